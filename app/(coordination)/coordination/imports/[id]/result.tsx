import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { RowCounts, Upload } from '@/lib/imports/uploads/queries'
import type { listEditedSince } from '@/lib/imports/uploads/undo/queries'
import { undoAction } from '../actions'
import styles from './import.module.css'
import { RowTabs } from './row-tabs'
import { type KindSlug, kindSlugs, type View } from './view'

interface Props {
  upload: Upload
  counts: RowCounts
  /** Null once it was undone */
  edited: Awaited<ReturnType<typeof listEditedSince>> | null
  view: View
}

/** What an import did, and the way to undo it for as long as nobody edited what it did. */
export async function Result({ upload: { id, state, run }, counts, edited, view }: Props) {
  const [t, format] = await Promise.all([getTranslations('coordination.imports'), getFormatter()])
  const isUndone = state === 'UNDONE'
  const isUntouched = edited?.total === 0
  const touched = (run?.added ?? 0) + (run?.updated ?? 0)
  const first = (Object.keys(kindSlugs) as KindSlug[]).find((slug) => counts.all[kindSlugs[slug]] > 0)
  return (
    <>
      <Notice tone={isUndone ? 'info' : 'success'} role="status" title={t(isUndone ? 'undone' : 'done')}>
        {isUndone ? (
          <p>{t('undoneDetail')}</p>
        ) : (
          <ul>
            <li>{t('didAdd', { count: run?.added ?? 0 })}</li>
            <li>{t('didChange', { count: run?.updated ?? 0 })}</li>
            <li>{t('didRefuse', { count: run?.refused ?? 0 })}</li>
            {counts.suggestions > 0 && (
              <li>
                <a href="/coordination/signalements">{t('didSuggest', { count: counts.suggestions })}</a>
              </li>
            )}
          </ul>
        )}
      </Notice>
      {edited && touched > 0 && (
        <section aria-labelledby="annuler">
          <h2 id="annuler">{t('undoTitle')}</h2>
          {isUntouched ? (
            <p id="annulation">{t('undoWhole', { count: touched })}</p>
          ) : (
            <>
              <p id="annulation">{t('undoRest', { count: edited.total })}</p>
              <ul>
                {edited.places.map((place) => (
                  <li key={place.id}>
                    <a href={`/coordination/lieux/${place.id}`}>{place.name}</a>{' '}
                    {t('editedBy', {
                      author: place.isImport ? t('anotherImport') : (place.author ?? t('unknown')),
                      date: format.dateTime(place.at, { dateStyle: 'long', timeStyle: 'short' }),
                    })}
                  </li>
                ))}
                {edited.total > edited.places.length && (
                  <li>{t('andOthers', { count: edited.total - edited.places.length })}</li>
                )}
              </ul>
            </>
          )}
          {(isUntouched || edited.total < touched) && (
            <div className={styles.actions}>
              <OneButtonForm
                action={undoAction}
                to={{ id, ...(!isUntouched && { rest: 'oui' }) }}
                title={t('refusedAction')}
                variant="danger"
                aria-describedby="annulation"
              >
                {t(isUntouched ? 'undo' : 'undoOthers')}
              </OneButtonForm>
            </div>
          )}
        </section>
      )}
      <RowTabs id={id} counts={counts} view={{ ...view, tab: view.tab ?? first ?? 'ajouts' }} />
    </>
  )
}
