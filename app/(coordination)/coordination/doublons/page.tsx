import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { Pagination } from '@/components/ui/pagination'
import { mayCreateSomewhere } from '@/lib/accounts/territory'
import { listMergesFor, listPairsFor, pairsPerPage } from '@/lib/duplicates/queries'
import { getSweepState } from '@/lib/duplicates/sweep/queries'
import { requireUser } from '../../require-user'
import { sweepAction } from './actions'
import styles from './doublons.module.css'
import { MergeList } from './merge-list'
import { PairTable } from './pair-table'
import { SweepStatus } from './sweep-status'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.duplicates')
  return { title: t('title') }
}

export default async function DuplicatesPage({ searchParams }: PageProps<'/coordination/doublons'>) {
  const [user, t, { page: asked, fait }] = await Promise.all([
    requireUser('/coordination/doublons'),
    getTranslations('coordination.duplicates'),
    searchParams,
  ])
  const page = /^[1-9]\d{0,3}$/.test(String(asked)) ? Number(asked) : 1
  const [{ total, pairs }, merges, sweep] = await Promise.all([
    listPairsFor(user, page),
    listMergesFor(user),
    getSweepState(),
  ])
  return (
    <Page width="wide">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      {fait === 'distincts' && (
        <Notice tone="success" role="status">
          <p>{t('saidDistinct')}</p>
        </Notice>
      )}
      <div className={styles.sweep}>
        <SweepStatus sweep={sweep} />
        {mayCreateSomewhere(user) && sweep.state === 'IDLE' && (
          <OneButtonForm action={sweepAction} title={t('refused')} variant="secondary">
            {t('sweep')}
          </OneButtonForm>
        )}
      </div>
      <p>{t('count', { count: total })}</p>
      {pairs.length > 0 && <PairTable pairs={pairs} />}
      <Pagination
        page={page}
        pageCount={Math.ceil(total / pairsPerPage)}
        hrefOf={(other) => `/coordination/doublons?page=${other}`}
      />
      {merges.length > 0 && <MergeList merges={merges} />}
    </Page>
  )
}
