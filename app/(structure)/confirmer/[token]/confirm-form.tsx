'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Icon } from '@/components/ui/icon'
import { emptyFormState } from '@/lib/form-state'
import { confirmAction } from './actions'
import styles from './confirmation.module.css'

/** "Tout est juste": a form, since programs that read mail follow links and send no forms. */
export function ConfirmForm({ token, version }: { token: string; version: number }) {
  const t = useTranslations('confirmation')
  const [state, action, isPending] = useActionState(confirmAction, emptyFormState)
  return (
    <form action={action} className={styles.confirm}>
      <FormOutcome state={state} title={t('refused')} id="confirmer" />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={version} />
      <Button className={styles.big} disabled={isPending} aria-describedby="tout-est-juste">
        <Icon name="check" /> {t('allRight')}
      </Button>
      <p id="tout-est-juste" className={styles.soft}>
        {t('allRightHint')}
      </p>
    </form>
  )
}
