import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type ListedSource, listSourcesFor } from '@/lib/imports/refresh/queries'
import { mayImport } from '@/lib/imports/uploads/access'
import { requireUser } from '../../../require-user'
import { RefreshForm } from './refresh-form'
import styles from './sources.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.imports.sources')
  return { title: t('title') }
}

const news = ['set', 'now', 'stop'] as const

export default async function SourcesPage({ searchParams }: PageProps<'/coordination/imports/sources'>) {
  const [user, t, { fait }] = await Promise.all([
    requireUser('/coordination/imports/sources'),
    getTranslations('coordination.imports'),
    searchParams,
  ])
  const sources = await listSourcesFor(user)
  const done = news.find((one) => one === fait)
  return (
    <Page>
      <h1>{t('sources.title')}</h1>
      {done && (
        <Notice tone="success" role="status">
          <p>{t(`sources.done.${done}`)}</p>
        </Notice>
      )}
      {mayImport(user) ? <p>{t('sources.intro')}</p> : <p>{t('mayNot')}</p>}
      {mayImport(user) && sources.length === 0 && (
        <>
          <p>{t('sources.none')}</p>
          <p>
            <ButtonLink href="/coordination/imports/nouveau">{t('new')}</ButtonLink>
          </p>
        </>
      )}
      <ul className={styles.list}>
        {sources.map((source) => (
          <li key={source.id} className={styles.source}>
            <Source source={source} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

async function Source({ source }: { source: ListedSource }) {
  const [t, format] = await Promise.all([getTranslations('coordination.imports.sources'), getFormatter()])
  const { id, name, placeCount, lastRun, refreshUrl, refreshDays, nextRefresh, refreshedAt, refreshError, mayChange } =
    source
  const when = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <h2>{name}</h2>
      <p className={styles.soft}>
        {t('places', { count: placeCount })}
        {lastRun && ` · ${t('lastRun', { ...lastRun, at: when(lastRun.at) })}`}
      </p>
      {refreshUrl && nextRefresh && (
        <>
          <p>{t('readFrom', { url: refreshUrl })}</p>
          <p>
            {refreshedAt ? t('readAt', { at: when(refreshedAt) }) : t('neverRead')}{' '}
            {t('next', { at: when(nextRefresh) })}
          </p>
        </>
      )}
      {refreshError && (
        <Notice tone="warning" title={t('failed')}>
          <p>{refreshError}</p>
        </Notice>
      )}
      {mayChange ? (
        <RefreshForm sourceId={id} name={name} url={refreshUrl} days={refreshDays} />
      ) : (
        refreshUrl && <p className={styles.soft}>{t('notYours')}</p>
      )}
    </>
  )
}
