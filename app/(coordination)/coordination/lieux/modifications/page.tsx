import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { listBulkEdits } from '@/lib/places/bulk/queries'
import { requireUser } from '../../../require-user'
import { EditsTable } from './edits-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.table.edit')
  return { title: t('recentTitle') }
}

export default async function BulkEditsPage() {
  const user = await requireUser('/coordination/lieux/modifications')
  const t = await getTranslations('coordination.table.edit')
  const edits = await listBulkEdits(user)
  return (
    <Page>
      <h1>{t('recentTitle')}</h1>
      <p>{t(edits.length > 0 ? 'recentText' : 'recentNone')}</p>
      {edits.length > 0 && <EditsTable edits={edits} />}
      <p>
        <a href="/coordination/lieux">{t('toPlaces')}</a>
      </p>
    </Page>
  )
}
