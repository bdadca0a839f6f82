import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { NoticePage } from '@/components/site/notice-page'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { countRows, getUploadFor, getUploadForm } from '@/lib/imports/uploads/queries'
import { listEditedSince } from '@/lib/imports/uploads/undo/queries'
import { isUuid } from '@/lib/is-uuid'
import { requireUser } from '../../../require-user'
import { Failure } from './failure'
import { MappingStep } from './mapping-step'
import { Preview } from './preview'
import { Progress } from './progress'
import { Result } from './result'
import { readView } from './view'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.imports')
  return { title: t('one') }
}

/** One import from its file to its undoing: what the page shows is where it stands. */
export default async function ImportPage({ params, searchParams }: PageProps<'/coordination/imports/[id]'>) {
  const { id } = await params
  const [user, t, format, parameters] = await Promise.all([
    requireUser(`/coordination/imports/${id}`),
    getTranslations('coordination.imports'),
    getFormatter(),
    searchParams,
  ])
  if (!isUuid(id)) notFound()
  const upload = await getUploadFor(user, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound()
    if (error instanceof ForbiddenError) return error.message
    throw error
  })
  if (typeof upload === 'string') {
    return <NoticePage title={t('one')} tone="warning" text={upload} />
  }
  const { state, run } = upload
  const isCounted = state === 'READY' || state === 'DONE' || state === 'UNDONE'
  const [opened, counts, edited] = await Promise.all([
    state === 'MAPPING' || state === 'READY' ? getUploadForm(id) : null,
    isCounted ? countRows(id) : null,
    run && state === 'DONE' ? listEditedSince(run.id) : null,
  ])
  const view = readView(parameters)
  return (
    <Page width="wide">
      <Breadcrumb steps={[{ label: t('title'), href: '/coordination/imports' }]} />
      <h1>{upload.fileName}</h1>
      <p>
        {t('sentBy', {
          source: upload.sourceName,
          author: upload.user?.name ?? t('unknown'),
          date: format.dateTime(upload.createdAt, { dateStyle: 'long', timeStyle: 'short' }),
        })}
      </p>
      {state === 'MAPPING' && opened && <MappingStep id={id} {...opened} />}
      {state === 'READY' && counts && (
        <Preview upload={upload} counts={counts} view={view} form={opened?.form ?? null} />
      )}
      {state === 'FAILED' && <Failure id={id} error={upload.error ?? ''} />}
      {(state === 'DONE' || state === 'UNDONE') && counts && (
        <Result upload={upload} counts={counts} edited={edited} view={view} />
      )}
      {(state === 'OPENING' || state === 'READING' || state === 'APPLYING' || state === 'UNDOING') && (
        <Progress upload={{ id, state, phase: upload.phase, done: upload.done, total: upload.total }} />
      )}
    </Page>
  )
}
