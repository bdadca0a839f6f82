'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { bookletSizes, voucherEuros } from '@/lib/vouchers/booklet'
import { giveAction } from './voucher-actions'

/** A booklet that she has just given, or gave some days ago. */
export function GiveForm({ referralId, today }: { referralId: string; today: string }) {
  const t = useTranslations('vouchers')
  const [state, action, isPending] = useActionState(giveAction, emptyFormState)
  const value = (name: string, otherwise: string) => state.values[name]?.[0] ?? otherwise
  return (
    <Disclosure summary={t('give')} open={state.attempt > 0}>
      <p>{t('giveIntro')}</p>
      <form action={action} noValidate>
        <FormOutcome state={state} title={t('notSaved')} id="resultat-carnet" />
        <input type="hidden" name="id" value={referralId} />
        <div key={state.attempt}>
          <Select
            name="vouchers"
            label={t('size')}
            error={state.errors.vouchers}
            options={bookletSizes.map((count) => ({
              value: String(count),
              label: t('sizeOf', { count, euros: count * voucherEuros }),
            }))}
            defaultValue={value('vouchers', '10')}
          />
          <TextInput
            name="givenOn"
            type="date"
            label={t('givenOn')}
            error={state.errors.givenOn}
            defaultValue={value('givenOn', today)}
            max={today}
            required
          />
          <TextInput
            name="expiresOn"
            type="date"
            label={t('expiresOn')}
            hint={t('expiresOnHint')}
            error={state.errors.expiresOn}
            defaultValue={value('expiresOn', '')}
            required
          />
        </div>
        <Button variant="secondary" disabled={isPending}>
          {t('save')}
        </Button>
      </form>
    </Disclosure>
  )
}
