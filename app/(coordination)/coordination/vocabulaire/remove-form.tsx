'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { removeNeedAction } from './actions'

/** Takes a need out of the vocabulary, once what it does has been read. */
export function RemoveForm({ id, version, termCount }: { id: string; version: number; termCount: number }) {
  const t = useTranslations('coordination.vocabulary')
  const [state, submit, isPending] = useActionState(removeNeedAction, emptyFormState)
  return (
    <form action={submit} aria-labelledby="retirer">
      <h2 id="retirer">{t('removeTitle')}</h2>
      <FormOutcome state={state} title={t('toCorrect')} id="retrait-resultat" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <p>{t('removeText', { count: termCount })}</p>
      <Button variant="danger" disabled={isPending}>
        {t('remove')}
      </Button>
    </form>
  )
}
