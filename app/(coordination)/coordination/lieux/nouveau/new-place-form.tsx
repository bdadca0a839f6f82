'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { Tiles } from '@/components/map/map-props'
import { Button } from '@/components/ui/button'
import field from '@/components/ui/field.module.css'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { services } from '@/lib/open-data/vocabulary'
import { createPlaceAction } from '../actions'
import { AddressSection } from '../place-form/address-section'
import { Line } from '../place-form/fields'
import { formFields } from '../place-form/form-fields'
import { KindField } from '../place-form/kind-field'
import { LikelyPlaces } from '../place-form/likely-places'
import styles from '../place-form/place-form.module.css'
import { useFieldName } from '../place-form/use-field-name'

/** The few things that make a draft; its sections ask for the rest. */
export function NewPlaceForm({ tiles }: { tiles: Tiles }) {
  const t = useTranslations('coordination')
  const [state, submit, isPending] = useActionState(createPlaceAction, emptyFormState)
  const nameOf = useFieldName()
  const fields = formFields(state, {})
  return (
    <form action={submit} noValidate className={styles.form} aria-label={t('place.form')}>
      {/* The Enter key presses the first button of a form: let it be this one. */}
      <button type="submit" name="intent" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('place.save')}
      </button>
      <FormOutcome state={state} title={t('place.toCorrect')} nameOf={nameOf} />
      {state.candidates && state.candidates.length > 0 && <LikelyPlaces places={state.candidates} />}
      {/* React empties forms once sent: fresh fields take up what was typed. */}
      <div key={state.attempt}>
        <p>{t('place.newIntro')}</p>
        <Line fields={fields} name="name" maxLength={300} required />
        <KindField fields={fields} />
        <AddressSection fields={fields} tiles={tiles} />
        <div className={styles.pair}>
          <Line fields={fields} name="phone" type="tel" />
          <Line fields={fields} name="pivot" hint={t('hints.pivot')} />
        </div>
        <fieldset className={field.group}>
          <legend className={field.label}>{t('fields.services')}</legend>
          <div className={`${field.choices} ${field.columns}`}>
            {Object.entries(services).map(([service, label]) => (
              <CheckboxLine
                key={service}
                name={`services.${service}.offered`}
                label={label}
                isTicked={fields.isTicked(`services.${service}.offered`)}
              />
            ))}
          </div>
        </fieldset>
      </div>
      <div className={styles.save}>
        <Button name="intent" value="save" disabled={isPending}>
          {t('place.saveDraft')}
        </Button>
      </div>
    </form>
  )
}

function CheckboxLine({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }) {
  return (
    <label className={field.choice}>
      <input type="checkbox" id={name} name={name} value="on" defaultChecked={isTicked} />
      <span>{label}</span>
    </label>
  )
}
