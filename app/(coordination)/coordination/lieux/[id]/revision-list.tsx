import { useFormatter, useTranslations } from 'next-intl'
import type { Revision } from '@/lib/places/back-office/queries'
import { CompareForm } from './compare-form'
import { FieldChanges } from './field-changes'
import styles from './revision-list.module.css'
import { WayBack } from './way-back'

interface Props {
  revisions: readonly Revision[]
  place: { id: string; version: number }
  mayEdit: boolean
}

/** Who changed what, and when: each field before and after, and the way back. */
export function RevisionList({ revisions, place, mayEdit }: Props) {
  const t = useTranslations('coordination.history')
  const format = useFormatter()
  return (
    <section aria-labelledby="historique" className={styles.history}>
      <h2 id="historique">{t('title')}</h2>
      {revisions.length === 0 && <p>{t('none')}</p>}
      {revisions.length > 1 && <CompareForm placeId={place.id} versions={revisions.map(({ version }) => version)} />}
      <ol className={styles.list} reversed>
        {revisions.map(({ version, createdAt, author, reason, before, after }) => {
          const isFirst = Object.keys(before).length === 0
          const isOpen = version === revisions[0]?.version && !isFirst
          const told = (
            <>
              <summary>
                {t('by', {
                  date: format.dateTime(createdAt, { dateStyle: 'long', timeStyle: 'short' }),
                  author: author ?? t('unknown'),
                })}
                {' · '}
                {isFirst ? t('added') : t('changed', { count: Object.keys(after).length })}
              </summary>
              {reason && <p>{reason}</p>}
              <FieldChanges change={{ before, after }} />
            </>
          )
          return (
            <li key={version}>
              {mayEdit && place.version > 1 && !isOfPanels(after) ? (
                <WayBack
                  place={place}
                  target={version}
                  isLast={version === place.version}
                  isFirst={isFirst}
                  isOpen={isOpen}
                >
                  {told}
                </WayBack>
              ) : (
                <details open={isOpen}>{told}</details>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Closures and workshops are taken back in their own panels. */
function isOfPanels(after: Revision['after']): boolean {
  return 'closures' in after || 'workshops' in after
}
