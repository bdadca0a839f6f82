'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import type { RecentMerge } from '@/lib/duplicates/queries'
import { emptyFormState } from '@/lib/form-state'
import { undoMergeAction } from './actions'
import styles from './doublons.module.css'

/** The last merges, each of which can be undone. */
export function MergeList({ merges }: { merges: readonly RecentMerge[] }) {
  const t = useTranslations('coordination.duplicates')
  const format = useFormatter()
  const [state, action, isPending] = useActionState(undoMergeAction, emptyFormState)
  return (
    <section aria-labelledby="reunions">
      <h2 id="reunions">{t('recent')}</h2>
      <FormOutcome state={state} title={t('refused')} id="defaire" />
      <ul className={styles.merges}>
        {merges.map((merge) => (
          <li key={merge.id}>
            <form action={action}>
              <input type="hidden" name="id" value={merge.id} />
              <span id={`reunion-${merge.id}`}>
                {t('merged', {
                  gone: merge.goneName,
                  kept: merge.keptName,
                  author: merge.author ?? t('unknown'),
                  date: format.dateTime(new Date(merge.createdAt), { dateStyle: 'long', timeStyle: 'short' }),
                })}
              </span>{' '}
              <Button variant="quiet" disabled={isPending} aria-describedby={`reunion-${merge.id}`}>
                {t('undo')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
