import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { SearchForm } from '@/components/ui/search-form'
import { mayEditVocabulary } from '@/lib/accounts/permissions'
import { listNeeds } from '@/lib/needs/back-office/queries'
import { requireUser } from '../../require-user'
import styles from '../list-page.module.css'
import { pageParameter, parameter } from '../parameters'
import { NeedsTable } from './needs-table'

const address = '/coordination/vocabulaire'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.vocabulary')
  return { title: t('title') }
}

export default async function VocabularyPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const parameters = await searchParams
  const user = await requireUser(address)
  const t = await getTranslations('coordination.vocabulary')
  const [q, page] = [parameter(parameters, 'q'), pageParameter(parameters)]
  const { total, pageCount, needs } = await listNeeds(q, page)
  const mayEdit = mayEditVocabulary(user)
  const done = parameter(parameters, 'fait')
  return (
    <Page width="wide">
      <div className={styles.title}>
        <h1>{t('title')}</h1>
        {mayEdit && <ButtonLink href={`${address}/nouveau`}>{t('add')}</ButtonLink>}
      </div>
      {['ajout', 'modification', 'retrait'].includes(done) && (
        <Notice tone="success" role="status">
          <p>{t(`done.${done}` as 'done.ajout')}</p>
        </Notice>
      )}
      <p>{t('intro')}</p>
      {!mayEdit && <p>{t('readOnly')}</p>}
      <SearchForm name="q" label={t('search')} defaultValue={q} submit={t('find')} />
      <p role="status">{t('found', { total })}</p>
      {needs.length > 0 && <NeedsTable needs={needs} mayEdit={mayEdit} />}
      {total === 0 && (
        <p>
          <a href={address}>{t('back')}</a>
        </p>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(other) => `${address}?${new URLSearchParams({ ...(q && { q }), page: String(other) })}`}
      />
    </Page>
  )
}
