'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, useActionState, useRef, useState } from 'react'
import type { Tiles } from '@/components/map/map-props'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, type FormValues, firstValue } from '@/lib/form-state'
import type { Section } from '@/lib/places/sections'
import { saveSectionAction } from '../actions'
import { WhyField } from '../why-field'
import { AddressSection } from './address-section'
import { ConflictTable } from './conflict-table'
import { ContactSection } from './contact-section'
import { type FormFields, formFields } from './form-fields'
import { HoursSection } from './hours-section'
import { IdentitySection } from './identity-section'
import { Oddities } from './oddities'
import styles from './place-form.module.css'
import { ProgrammesSection } from './programmes-section'
import { PublicSection } from './public-section'
import { ServicesGrid } from './services-grid'
import { useFieldName } from './use-field-name'
import { useUnsavedGuard } from './use-unsaved-guard'

const bodies: Readonly<Record<Section, ComponentType<{ fields: FormFields; tiles: Tiles }>>> = {
  identity: IdentitySection,
  address: AddressSection,
  contact: ContactSection,
  hours: HoursSection,
  services: ServicesGrid,
  public: PublicSection,
  programmes: ProgrammesSection,
}

interface Props {
  section: Section
  id: string
  version: number
  /** What the place says now, by the names of the fields */
  initial: FormValues
  tiles: Tiles
}

/** One section of a place, which saves on its own. */
export function SectionForm({ section, id, tiles, ...now }: Props) {
  const t = useTranslations('coordination')
  const [state, submit, isPending] = useActionState(saveSectionAction, emptyFormState)
  const [{ initial, version }] = useState(now)
  const form = useRef<HTMLFormElement>(null)
  useUnsavedGuard(form, state)
  const nameOf = useFieldName()
  const fields = formFields(state, initial)
  const Body = bodies[section]
  return (
    <form ref={form} action={submit} noValidate className={styles.form} aria-label={t(`sections.${section}`)}>
      {/* The Enter key presses the first button of a form: let it be this one. */}
      <button type="submit" name="intent" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('place.save')}
      </button>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="section" value={section} />
      {/* What was typed started from here, whatever others changed since. */}
      <input type="hidden" name="version" value={firstValue(state.values, 'version') || version} />
      <FormOutcome state={state} title={t('place.toCorrect')} nameOf={nameOf} />
      {state.oddities && state.oddities.length > 0 && <Oddities oddities={state.oddities} />}
      {state.conflicts && state.conflicts.length > 0 && <ConflictTable conflicts={state.conflicts} />}
      {/* React empties forms once sent: fresh fields take up what was typed. */}
      <div key={state.attempt}>
        <Body fields={fields} tiles={tiles} />
      </div>
      <WhyField state={state} />
      <div className={styles.save}>
        <Button name="intent" value="save" disabled={isPending}>
          {t('place.save')}
        </Button>
      </div>
    </form>
  )
}
