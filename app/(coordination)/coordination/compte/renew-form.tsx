'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { BackupCodes } from '../../../(accounts)/connexion/second-facteur/backup-codes'
import { renewBackupCodesAction } from './actions'

/** New backup codes, shown this once. */
export function RenewForm() {
  const t = useTranslations('account.factors')
  const [state, action, isPending] = useActionState(renewBackupCodesAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title="" id="resultat-codes" />
      {state.codes && <BackupCodes codes={state.codes} />}
      <Button variant="quiet" disabled={isPending}>
        {t('renew')}
      </Button>
    </form>
  )
}
