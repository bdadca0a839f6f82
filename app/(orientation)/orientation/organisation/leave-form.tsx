'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Notice } from '@/components/ui/notice'
import { emptyFormState } from '@/lib/form-state'
import { leaveAction } from './actions'

interface Props {
  organisationId: string
  name: string
  /** Nobody else would follow its referrals */
  isLast: boolean
}

/** The way out of a team; the last one ticks that she knows she is. */
export function LeaveForm({ organisationId, name, isLast }: Props) {
  const t = useTranslations('organisation')
  const [state, action, isPending] = useActionState(leaveAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('notDone')} id={`depart-${organisationId}`} />
      <input type="hidden" name="organisationId" value={organisationId} />
      {isLast ? (
        <>
          <Notice tone="warning">
            <p>{t('leaveLast')}</p>
          </Notice>
          <CheckboxGroup
            id={`derniere-${organisationId}`}
            name="knowsLast"
            label={t('leaveTitle')}
            choices={[{ value: 'on', label: t('leaveKnow') }]}
          />
        </>
      ) : (
        <p>{t('leaveIntro')}</p>
      )}
      <Button variant="quiet" aria-label={t('leaveNamed', { name })} disabled={isPending}>
        {t('leave')}
      </Button>
    </form>
  )
}
