import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoticePage } from '@/components/site/notice-page'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { fewestPeople } from '@/lib/vouchers/booklet'
import { followsVouchers, listVoucherFigures } from '@/lib/vouchers/figures/queries'
import { requireUser } from '../../require-user'
import { FiguresTable } from './figures-table'
import styles from './pass.module.css'
import { yearOf } from './year'

const path = '/coordination/pass'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.vouchers')
  return { title: t('title') }
}

/** What was given, used and lost of the Pass numérique, by département and by quarter. */
export default async function PassPage({ searchParams }: PageProps<'/coordination/pass'>) {
  const [user, parameters, t] = await Promise.all([
    requireUser(path),
    searchParams,
    getTranslations('coordination.vouchers'),
  ])
  if (!followsVouchers(user)) {
    return <NoticePage title={t('title')} tone="warning" text={t('notYours')} />
  }
  const { year, isFirst, isLast } = yearOf(parameters)
  const rows = await listVoucherFigures(user, year)
  return (
    <Page>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <nav className={styles.years} aria-label={t('years')}>
        {!isFirst && <a href={`${path}?annee=${year - 1}`}>{t('previous', { year: String(year - 1) })}</a>}
        {!isLast && <a href={`${path}?annee=${year + 1}`}>{t('next', { year: String(year + 1) })}</a>}
      </nav>
      <h2>{t('year', { year: String(year) })}</h2>
      {rows.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <FiguresTable rows={rows} />
          <p>{t('privacy', { people: fewestPeople })}</p>
          <p>
            <ButtonLink variant="secondary" href={`${path}/export.csv?annee=${year}`}>
              {t('download')}
            </ButtonLink>
          </p>
        </>
      )}
    </Page>
  )
}
