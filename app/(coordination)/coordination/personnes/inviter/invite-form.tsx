'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Candidate, emptyFormState, firstValue } from '@/lib/form-state'
import type { Role } from '@/prisma/client/enums'
import { inviteAction } from '../actions'
import styles from '../people.module.css'

interface Props {
  roles: readonly Role[]
  hubs: readonly { id: string; name: string }[]
  /** Chosen before the page was opened */
  places: readonly Candidate[]
  email: string
}

/** Whom to invite, and to do what. The places are looked for in the same form, which keeps what was typed. */
export function InviteForm({ roles, hubs, places, email }: Props) {
  const t = useTranslations('coordination.people')
  const [state, submit, isPending] = useActionState(inviteAction, emptyFormState)
  const { errors, values, attempt } = state
  const listed = state.candidates ?? places
  const chosen = attempt === 0 ? places.map(({ id }) => id) : (values['placeIds[]'] ?? [])
  const role = firstValue(values, 'role') || (places.length > 0 ? 'PLACE_EDITOR' : '')
  return (
    <form action={submit} noValidate className={styles.form} aria-label={t('inviteTitle')}>
      <FormOutcome state={state} title={t('toCorrect')} />
      {/* React empties forms once sent: fresh fields take up what was typed. */}
      <div key={attempt}>
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          error={errors.email}
          defaultValue={attempt === 0 ? email : firstValue(values, 'email')}
          autoComplete="off"
          required
        />
        <CheckboxGroup
          name="role"
          type="radio"
          label={t('role')}
          error={errors.role}
          choices={roles.map((value) => ({
            value,
            label: (
              <>
                {t(`roles.${value}`)} <span className={styles.choice}>{t(`means.${value as 'READER'}`)}</span>
              </>
            ),
          }))}
          defaultValues={[role]}
        />
        <div className={styles.hub}>
          <Select
            name="hubId"
            label={t('hub')}
            hint={t('hubHint')}
            error={errors.hubId}
            placeholder={hubs.length === 1 ? undefined : t('choose')}
            options={hubs.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={firstValue(values, 'hubId')}
          />
        </div>
        <div className={styles.places}>
          <h2>{t('placesTitle')}</h2>
          <p>{t('placesText')}</p>
          <TextInput
            name="q"
            type="search"
            label={t('placeSearch')}
            defaultValue={firstValue(values, 'q')}
            autoComplete="off"
          />
          <p>
            <Button name="intent" value="find" variant="secondary" disabled={isPending}>
              {t('findPlaces')}
            </Button>
          </p>
          {listed.length > 0 ? (
            <CheckboxGroup
              name="placeIds[]"
              id="placeIds"
              label={t('places')}
              error={errors.placeIds}
              choices={listed.map((place) => ({
                value: place.id,
                label: `${place.name}, ${place.address}, ${place.communeName}`,
              }))}
              defaultValues={chosen}
            />
          ) : (
            <p id="placeIds" role={attempt > 0 ? 'status' : undefined}>
              {firstValue(values, 'q') && t('noPlace')}
            </p>
          )}
        </div>
      </div>
      <p>
        <Button name="intent" value="send" disabled={isPending}>
          {t('send')}
        </Button>
      </p>
    </form>
  )
}
