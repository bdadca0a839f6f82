import { getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/ui/pagination'
import { listRows, type RowCounts, rowsPerPage } from '@/lib/imports/uploads/queries'
import { doubts } from '@/lib/imports/uploads/schema'
import styles from './import.module.css'
import { KindForm } from './kind-form'
import { RowTable } from './row-table'
import { hrefOf, type KindSlug, kindSlugs, type View } from './view'

interface Props {
  id: string
  counts: RowCounts
  view: View & { tab: KindSlug }
  /** Decisions may be taken */
  isOpen?: boolean
}

/** The rows of an import by kind, a page at a time. */
export async function RowTabs({ id, counts, view, isOpen = false }: Props) {
  const t = await getTranslations('coordination.imports')
  const kind = kindSlugs[view.tab]
  const doubt = kind === 'DOUBTFUL' ? view.doubt : null
  const total = doubt ? counts.doubts[doubt] : counts.all[kind]
  const rows = await listRows(id, { kind, doubt: doubt ?? undefined, page: view.page })
  const at = (changed: Partial<View>) => hrefOf(id, { ...view, doubt: null, page: 1, ...changed })
  const mayDecide = isOpen && (kind === 'ADDED' || kind === 'CHANGED' || kind === 'DOUBTFUL')
  return (
    <section aria-labelledby="lignes">
      <h2 id="lignes">{t('rows')}</h2>
      <nav className={styles.tabs} aria-label={t('rows')}>
        {(Object.keys(kindSlugs) as KindSlug[]).map((tab) => (
          <a key={tab} href={`${at({ tab })}#lignes`} aria-current={tab === view.tab ? 'page' : undefined}>
            {t(`kinds.${kindSlugs[tab]}`)} <span className={styles.count}>{counts.all[kindSlugs[tab]]}</span>
          </a>
        ))}
      </nav>
      {kind === 'DOUBTFUL' && counts.all.DOUBTFUL > 0 && (
        <nav className={styles.tabs} aria-label={t('whichDoubts')}>
          <a href={`${at({})}#lignes`} aria-current={doubt === null ? 'page' : undefined}>
            {t('allDoubts')} <span className={styles.count}>{counts.all.DOUBTFUL}</span>
          </a>
          {doubts.map((each) => (
            <a key={each} href={`${at({ doubt: each })}#lignes`} aria-current={doubt === each ? 'page' : undefined}>
              {t(`doubts.${each}`)} <span className={styles.count}>{counts.doubts[each]}</span>
            </a>
          ))}
        </nav>
      )}
      {(isOpen || kind === 'REFUSED') && <p>{t(`explained.${kind}`)}</p>}
      {mayDecide && total > 0 && <KindForm id={id} kind={kind} doubt={doubt} count={total} />}
      {rows.length > 0 ? <RowTable id={id} rows={rows} mayDecide={mayDecide} /> : <p>{t('noRow')}</p>}
      <Pagination
        page={view.page}
        pageCount={Math.ceil(total / rowsPerPage)}
        hrefOf={(page) => `${at({ doubt, page })}#lignes`}
      />
    </section>
  )
}
