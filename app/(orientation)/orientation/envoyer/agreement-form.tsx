'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { askAgreementAction } from './actions'
import styles from './send.module.css'

interface Props {
  organisationId: string
  placeId: string
}

/** One button that asks the hub of a place whether a structure may refer people there. */
export function AgreementForm({ organisationId, placeId }: Props) {
  const t = useTranslations('referral.agreement')
  const [state, action, isPending] = useActionState(askAgreementAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('notAsked')} id={`accord-${organisationId}`} />
      <input type="hidden" name="organisationId" value={organisationId} />
      <input type="hidden" name="placeId" value={placeId} />
      <p className={styles.ways}>
        <Button disabled={isPending}>{t('ask')}</Button>
      </p>
    </form>
  )
}
