import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { mayImport } from '@/lib/imports/uploads/access'
import { importsPerPage, listImportsFor } from '@/lib/imports/uploads/queries'
import { requireUser } from '../../require-user'
import styles from '../lieux/places.module.css'
import { pageParameter } from '../parameters'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.imports')
  return { title: t('title') }
}

export default async function ImportsPage({ searchParams }: PageProps<'/coordination/imports'>) {
  const [user, t, format, parameters] = await Promise.all([
    requireUser('/coordination/imports'),
    getTranslations('coordination.imports'),
    getFormatter(),
    searchParams,
  ])
  if (!mayImport(user)) {
    return (
      <Page width="text">
        <h1>{t('title')}</h1>
        <Notice>
          <p>{t('mayNot')}</p>
        </Notice>
      </Page>
    )
  }
  const page = pageParameter(parameters)
  const { total, imports } = await listImportsFor(user, page)
  return (
    <Page width="wide">
      <div className={styles.title}>
        <h1>{t('title')}</h1>
        <ButtonLink href="/coordination/imports/nouveau">{t('new')}</ButtonLink>
      </div>
      {parameters.fait === 'abandon' && (
        <Notice tone="success" role="status">
          <p>{t('abandoned')}</p>
        </Notice>
      )}
      <p>{t('intro')}</p>
      <p>
        <a href="/coordination/imports/sources">{t('sources.link')}</a>
      </p>
      {imports.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{t('title')}</caption>
          <thead>
            <tr>
              {(['file', 'source', 'date', 'state', 'added', 'changed', 'refused'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map(({ uploadId, runId, fileName, sourceName, author, state, at, added, updated, refused }) => (
              <tr key={uploadId ?? runId}>
                <th scope="row">
                  {uploadId ? <a href={`/coordination/imports/${uploadId}`}>{fileName}</a> : fileName}
                </th>
                <td data-label={t('columns.source')}>{sourceName}</td>
                <td data-label={t('columns.date')}>
                  {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}{' '}
                  <span className={styles.soft}>{author ?? (uploadId ? '' : t('byCommand'))}</span>
                </td>
                <td data-label={t('columns.state')}>{t(`states.${state ?? 'DONE'}`)}</td>
                <td className={styles.number} data-label={t('columns.added')}>
                  {added ?? '–'}
                </td>
                <td className={styles.number} data-label={t('columns.changed')}>
                  {updated ?? '–'}
                </td>
                <td className={styles.number} data-label={t('columns.refused')}>
                  {refused ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pagination
        page={page}
        pageCount={Math.ceil(total / importsPerPage)}
        hrefOf={(other) => `/coordination/imports?page=${other}`}
      />
    </Page>
  )
}
