'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type OtherPlace, OtherPlaceLabel } from '@/components/referral/other-place'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { redirectAction } from '../actions'

interface Props {
  id: string
  version: number
  places: readonly OtherPlace[]
  /** The one that a message proposed */
  proposed: string
}

/** One of some places, and the agreement of the person for it. */
export function ElsewhereForm({ id, version, places, proposed }: Props) {
  const t = useTranslations('referral.elsewhere')
  const words = useTranslations('referral.one')
  const [state, action, isPending] = useActionState(redirectAction, emptyFormState)
  const chosen = state.attempt > 0 ? firstValue(state.values, 'placeId') : proposed
  const errors = { ...state.errors, ...(state.errors.placeId && { placeId: t('wanted') }) }
  return (
    <>
      <FormOutcome state={{ ...state, errors }} title={words('toCorrect')} />
      <form action={action} key={state.attempt} autoComplete="off" noValidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={firstValue(state.values, 'version') || version} />
        <CheckboxGroup
          type="radio"
          name="placeId"
          label={t('choose')}
          error={errors.placeId}
          choices={places.map((place) => ({ value: place.id, label: <OtherPlaceLabel place={place} /> }))}
          defaultValues={chosen ? [chosen] : []}
        />
        <p>{t('what')}</p>
        <CheckboxGroup
          name="agreed"
          label={t('agreement')}
          error={state.errors.agreed}
          choices={[{ value: 'on', label: t('agreed') }]}
          defaultValues={state.values.agreed ?? []}
        />
        <Button disabled={isPending}>{t('submit')}</Button>
      </form>
    </>
  )
}
