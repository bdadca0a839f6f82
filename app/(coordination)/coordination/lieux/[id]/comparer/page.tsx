import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { UserError } from '@/lib/errors'
import { compareVersions } from '@/lib/places/back-office/queries'
import { requireUser } from '../../../../require-user'
import { FieldChanges } from '../field-changes'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.history')
  return { title: t('compareTitle') }
}

const versionOf = (text: string | string[] | undefined) => (/^[1-9]\d{0,8}$/.test(String(text)) ? Number(text) : null)

export default async function ComparePage({ params, searchParams }: PageProps<'/coordination/lieux/[id]/comparer'>) {
  const [{ id }, { de, a }] = await Promise.all([params, searchParams])
  const user = await requireUser(`/coordination/lieux/${id}/comparer?de=${versionOf(de)}&a=${versionOf(a)}`)
  const t = await getTranslations('coordination.history')
  const [from, to] = [versionOf(de), versionOf(a)]
  if (from === null || to === null) notFound()
  const change = await compareVersions(user, id, from, to).catch((error: unknown) => {
    if (error instanceof UserError) return error.message
    throw error
  })
  return (
    <Page>
      <p>
        <a href={`/coordination/lieux/${id}`}>{t('back')}</a>
      </p>
      <h1>{t('compareHeading', { from, to })}</h1>
      {typeof change === 'string' ? (
        <Notice tone="warning">
          <p>{change}</p>
        </Notice>
      ) : change ? (
        <FieldChanges change={change} />
      ) : (
        <p>{t('same')}</p>
      )}
    </Page>
  )
}
