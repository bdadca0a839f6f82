import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { listReportsFor } from '@/lib/reports/queries'
import { requireUser } from '../../require-user'
import { ReportItem } from './report-item'
import styles from './reports.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.reports')
  return { title: t('title') }
}

const path = '/coordination/signalements'
const views = { 'a-lire': '', traites: '?etat=traites' } as const

export default async function ReportsPage({ searchParams }: PageProps<'/coordination/signalements'>) {
  const { etat, page: asked, fait } = await searchParams
  const user = await requireUser(path)
  const t = await getTranslations('coordination.reports')
  const view = etat === 'traites' ? 'traites' : 'a-lire'
  const page = typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
  const { total, pageCount, reports } = await listReportsFor(user, { isOpen: view === 'a-lire', page })
  const done = typeof fait === 'string' && t.has(`saved.${fait}` as 'saved.done') ? (fait as 'done') : null
  return (
    <Page>
      <h1>{t('title')}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      )}
      <nav aria-label={t('views')}>
        <ul className={styles.views}>
          {(Object.keys(views) as (keyof typeof views)[]).map((each) => (
            <li key={each}>
              <a href={path + views[each]} aria-current={each === view ? 'page' : undefined}>
                {t(`view.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>{t(view === 'a-lire' ? 'waiting' : 'answered', { total })}</p>
      <ul className={styles.reports}>
        {reports.map((report) => (
          <ReportItem key={report.id} report={report} />
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(to) =>
          `${path}?${new URLSearchParams({ ...(view === 'traites' && { etat: view }), page: String(to) })}`
        }
      />
    </Page>
  )
}
