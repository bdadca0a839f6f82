'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { AnswerActions, AnswerTo } from './actions'
import { useAnswerForm } from './use-answer-form'

/** Opens a referral: a form, since programs that read mail follow links and send no forms. */
export function SeeForm({ to, action }: { to: AnswerTo; action: AnswerActions['move'] }) {
  const t = useTranslations('reception.first')
  const { form, attempt, hidden, outcome, isPending } = useAnswerForm(action, to, 'ouvrir')
  return (
    <form key={attempt} {...form}>
      {outcome}
      {hidden}
      <Button name="action" value="SEE" disabled={isPending}>
        <Icon name="mail" /> {t('open')}
      </Button>
    </form>
  )
}
