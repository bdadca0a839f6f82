import { useFormatter, useTranslations } from 'next-intl'
import type { Revision } from '@/lib/places/back-office/queries'
import { fieldWords } from '@/lib/places/field-words'
import { useFieldName } from '../place-form/use-field-name'
import styles from './revision-list.module.css'

/** Who changed what, and when: each field before and after. */
export function RevisionList({ revisions }: { revisions: readonly Revision[] }) {
  const t = useTranslations('coordination.history')
  const format = useFormatter()
  const nameOf = useFieldName()
  return (
    <section aria-labelledby="historique" className={styles.history}>
      <h2 id="historique">{t('title')}</h2>
      {revisions.length === 0 && <p>{t('none')}</p>}
      <ol className={styles.list} reversed>
        {revisions.map(({ version, createdAt, author, reason, before, after }) => (
          <li key={version}>
            <details open={version === revisions[0]?.version && Object.keys(before).length > 0}>
              <summary>
                {t('by', {
                  date: format.dateTime(createdAt, { dateStyle: 'long', timeStyle: 'short' }),
                  author: author ?? t('unknown'),
                })}
                {' · '}
                {Object.keys(before).length === 0 ? t('added') : t('changed', { count: Object.keys(after).length })}
              </summary>
              {reason && <p>{reason}</p>}
              <dl className={styles.fields}>
                {Object.keys(after).map((field) => (
                  <div key={field}>
                    <dt>{nameOf(field)}</dt>
                    <dd>
                      {field in before && (
                        <>
                          <del>{fieldWords(field, before[field]) || t('nothing')}</del>
                          <span aria-hidden="true"> → </span>
                        </>
                      )}
                      <ins>{fieldWords(field, after[field]) || t('nothing')}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
