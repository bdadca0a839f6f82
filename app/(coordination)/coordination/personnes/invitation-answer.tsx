'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { resendInvitationAction, revokeInvitationAction } from './actions'
import styles from './people.module.css'

/** Sends an invitation again, or cancels it. */
export function InvitationAnswer({ id, labelledBy }: { id: string; labelledBy: string }) {
  const t = useTranslations('coordination.people')
  const [resent, resend, isResending] = useActionState(resendInvitationAction, emptyFormState)
  const [revoked, revoke, isRevoking] = useActionState(revokeInvitationAction, emptyFormState)
  const isPending = isResending || isRevoking
  return (
    <form>
      <FormOutcome state={resent} title={t('person.refused')} id={`renvoi-${id}`} />
      <FormOutcome state={revoked} title={t('person.refused')} id={`annulation-${id}`} />
      <input type="hidden" name="id" value={id} />
      <div className={styles.actions}>
        <Button formAction={resend} variant="secondary" disabled={isPending} aria-describedby={labelledBy}>
          {t('pending.resend')}
        </Button>
        <Button formAction={revoke} variant="quiet" disabled={isPending} aria-describedby={labelledBy}>
          {t('pending.revoke')}
        </Button>
      </div>
    </form>
  )
}
