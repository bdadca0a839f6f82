import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { NoticePage } from '@/components/site/notice-page'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import table from '@/components/ui/table.module.css'
import { mayImport } from '@/lib/imports/uploads/access'
import { importsPerPage, listImportsFor } from '@/lib/imports/uploads/queries'
import { requireUser } from '../../require-user'
import styles from '../list-page.module.css'
import { pageParameter } from '../parameters'

const columns = ['file', 'source', 'date', 'state', 'added', 'changed', 'refused'] as const

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
    return <NoticePage title={t('title')} text={t('mayNot')} />
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
        <Table caption={t('title')} columns={columns.map((column) => t(`columns.${column}`))}>
          {imports.map(({ uploadId, runId, fileName, sourceName, author, state, at, added, updated, refused }) => (
            <tr key={uploadId ?? runId}>
              <th scope="row">{uploadId ? <a href={`/coordination/imports/${uploadId}`}>{fileName}</a> : fileName}</th>
              <td data-label={t('columns.source')}>{sourceName}</td>
              <td data-label={t('columns.date')}>
                {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}{' '}
                <span className={table.soft}>{author ?? (uploadId ? '' : t('byCommand'))}</span>
              </td>
              <td data-label={t('columns.state')}>{t(`states.${state ?? 'DONE'}`)}</td>
              <td className={table.number} data-label={t('columns.added')}>
                {added ?? '–'}
              </td>
              <td className={table.number} data-label={t('columns.changed')}>
                {updated ?? '–'}
              </td>
              <td className={table.number} data-label={t('columns.refused')}>
                {refused ?? '–'}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pagination
        page={page}
        pageCount={Math.ceil(total / importsPerPage)}
        hrefOf={(other) => `/coordination/imports?page=${other}`}
      />
    </Page>
  )
}
