import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { RowCounts, Upload } from '@/lib/imports/uploads/queries'
import type { UploadForm } from '@/lib/imports/uploads/schema'
import { applyAction, correctMappingAction } from '../actions'
import styles from './import.module.css'
import { RemoveForm } from './remove-form'
import { RowTabs } from './row-tabs'
import { type KindSlug, kindSlugs, type View } from './view'

interface Props {
  upload: Upload
  counts: RowCounts
  view: View
  form: UploadForm | null
}

/** What an import would do, for the person to decide. */
export function Preview({ upload: { id, version }, counts, view, form }: Props) {
  const t = useTranslations('coordination.imports')
  const { taken, undecided, suggestions } = counts
  const added = taken.ADDED + taken.DOUBTFUL
  const first = (Object.keys(kindSlugs) as KindSlug[]).find((slug) => counts.all[kindSlugs[slug]] > 0)
  const hasWork = added + taken.CHANGED > 0
  return (
    <>
      {form && form.notices.length > 0 && (
        <Notice tone="warning" title={t('notices')}>
          <ul>
            {form.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section aria-labelledby="sera-fait">
        <h2 id="sera-fait">{t('willDo')}</h2>
        <ul id="ce-qui-sera-fait">
          <li>{t('willAdd', { count: added })}</li>
          <li>{t('willChange', { count: taken.CHANGED })}</li>
          {suggestions > 0 && <li>{t('willSuggest', { count: suggestions })}</li>}
          {undecided > 0 && <li>{t('willWait', { count: undecided })}</li>}
        </ul>
        <div className={styles.actions}>
          {hasWork && (
            <OneButtonForm
              action={applyAction}
              to={{ id, version }}
              title={t('refusedAction')}
              outcomeId="resultat-import"
              aria-describedby="ce-qui-sera-fait"
            >
              {t('apply')}
            </OneButtonForm>
          )}
          <OneButtonForm
            action={correctMappingAction}
            to={{ id }}
            title={t('refusedAction')}
            outcomeId="resultat-colonnes"
            variant="secondary"
          >
            {t('correctColumns')}
          </OneButtonForm>
          <RemoveForm id={id} />
        </div>
        {!hasWork && <p>{t('nothingToDo')}</p>}
      </section>
      <RowTabs id={id} counts={counts} view={{ ...view, tab: view.tab ?? first ?? 'ajouts' }} isOpen />
    </>
  )
}
