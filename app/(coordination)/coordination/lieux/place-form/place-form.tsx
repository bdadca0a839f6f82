'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { Tiles } from '@/components/map/map-props'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, type FormState, type FormValues, firstValue } from '@/lib/form-state'
import { AddressSection } from './address-section'
import { ConflictTable } from './conflict-table'
import { ContactSection } from './contact-section'
import { formFields } from './form-fields'
import { IdentitySection } from './identity-section'
import { LikelyPlaces } from './likely-places'
import styles from './place-form.module.css'
import { PublicSection } from './public-section'
import { ServicesGrid } from './services-grid'
import { useFieldName } from './use-field-name'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** What the place says now, by the names of the fields. */
  initial: FormValues
  tiles: Tiles
  /** Absent for a new place. */
  id?: string
  version?: number
  /** How the saved hours are understood, a line a day. */
  hoursPreview?: readonly string[] | null
}

export function PlaceForm({ action, initial, tiles, id, version, hoursPreview = null }: Props) {
  const t = useTranslations('coordination.place')
  const [state, submit, isPending] = useActionState(action, emptyFormState)
  const nameOf = useFieldName()
  const fields = formFields(state, initial)
  return (
    <form action={submit} noValidate className={styles.form} aria-label={t('form')}>
      {/* The Enter key presses the first button of a form: let it be this one. */}
      <button type="submit" name="intent" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('save')}
      </button>
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={firstValue(state.values, 'version') || version} />}
      <FormOutcome state={state} title={t('toCorrect')} nameOf={nameOf} />
      {state.candidates && state.candidates.length > 0 && <LikelyPlaces places={state.candidates} />}
      {state.conflicts && state.conflicts.length > 0 && <ConflictTable conflicts={state.conflicts} />}
      {/* React empties forms once sent: fresh fields take up what was typed. */}
      <div key={state.attempt}>
        <IdentitySection fields={fields} />
        <AddressSection fields={fields} tiles={tiles} />
        <ContactSection fields={fields} hoursPreview={hoursPreview} />
        <ServicesGrid fields={fields} />
        <PublicSection fields={fields} />
      </div>
      <div className={styles.save}>
        <Button name="intent" value="save" disabled={isPending}>
          {t(id ? 'save' : 'saveDraft')}
        </Button>
      </div>
    </form>
  )
}
