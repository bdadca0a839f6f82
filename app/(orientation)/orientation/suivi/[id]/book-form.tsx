'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { emptyFormState, firstValue } from '@/lib/form-state'
import type { BookableSeat } from '@/lib/workshops/seats/seat'
import { bookSeatAction } from './seat-actions'

interface Props {
  referralId: string
  bookable: readonly BookableSeat[]
}

/** One choice among the sessions and the cycles to come of the place. */
export function BookForm({ referralId, bookable }: Props) {
  const t = useTranslations('seats')
  const format = useFormatter()
  const [state, action, isPending] = useActionState(bookSeatAction, emptyFormState)
  const labelOf = ({ title, isCycle, startsAt, timeZone, count, seatsLeft }: BookableSeat) => {
    const when = format.dateTime(startsAt, {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    })
    const what = isCycle ? t('cycleOption', { when, title, count }) : t('option', { when, title })
    return seatsLeft === null ? what : `${what} (${t('left', { count: seatsLeft })})`
  }
  return (
    <Disclosure summary={t('book')} open={state.attempt > 0}>
      <p>{t('intro')}</p>
      <form action={action} noValidate>
        <FormOutcome state={state} title={t('refused')} id="resultat-place" />
        <input type="hidden" name="referralId" value={referralId} />
        <div key={state.attempt}>
          <Select
            name="seat"
            label={t('workshop')}
            placeholder={t('choose')}
            error={state.errors.seat}
            options={bookable.map((each) => ({ value: each.value, label: labelOf(each) }))}
            defaultValue={firstValue(state.values, 'seat')}
          />
        </div>
        <Button variant="secondary" disabled={isPending}>
          {t('submit')}
        </Button>
      </form>
    </Disclosure>
  )
}
