'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { resetSecondFactorAction } from '../actions'

/** For whoever lost her phone, her key and her codes. */
export function SecondFactorReset({ person, hasSecondFactor }: { person: string; hasSecondFactor: boolean }) {
  const t = useTranslations('account.reset')
  const [state, action, isPending] = useActionState(resetSecondFactorAction, emptyFormState)
  return (
    <section aria-labelledby="seconde-etape">
      <h2 id="seconde-etape">{t('title')}</h2>
      {hasSecondFactor ? (
        <form action={action}>
          <FormOutcome state={state} title={t('title')} id="resultat-seconde-etape" />
          <p>{t('means')}</p>
          <input type="hidden" name="person" value={person} />
          <Button variant="danger" disabled={isPending}>
            {t('reset')}
          </Button>
        </form>
      ) : (
        <p>{t('none')}</p>
      )}
    </section>
  )
}
