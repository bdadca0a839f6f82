import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { NotFoundError } from '@/lib/errors'
import { isUuid } from '@/lib/is-uuid'
import { bulkEditProgress, getBulkEdit, previewBulkEdit, type ToldBulkEdit } from '@/lib/places/bulk/queries'
import { requireUser } from '../../../../require-user'
import { StartForm, UndoForm } from '../answer-form'
import { Exceptions } from '../exceptions'
import { Refresher } from '../refresher'
import { useChangeName } from '../use-change-name'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.table.edit')
  return { title: t('title') }
}

/** A bulk edit: what it will change, how far it is, then what it did and the way back. */
export default async function BulkEditPage({ params }: PageProps<'/coordination/lieux/modifications/[id]'>) {
  const { id } = await params
  const user = await requireUser(`/coordination/lieux/modifications/${id}`)
  if (!isUuid(id)) notFound()
  const edit = await getBulkEdit(user, id).catch((error) => {
    if (error instanceof NotFoundError) notFound()
    throw error
  })
  return (
    <Page width="text">
      {edit.status === 'PREPARED' ? (
        <Prepared edit={edit} preview={await previewBulkEdit(user, edit)} />
      ) : (
        <Started edit={edit} progress={await bulkEditProgress(id)} />
      )}
    </Page>
  )
}

type Preview = Awaited<ReturnType<typeof previewBulkEdit>>

async function Prepared({ edit, preview: { changed, exceptions } }: { edit: ToldBulkEdit; preview: Preview }) {
  const t = await getTranslations('coordination.table.edit')
  return (
    <>
      <h1>{t('preparedTitle')}</h1>
      <What edit={edit} />
      <p>
        <strong>{t('willChange', { count: changed })}</strong> {changed > 0 && t('reversible')}
      </p>
      <StartForm id={edit.id} count={changed} />
      <Exceptions title={t('willStay')} exceptions={exceptions} />
    </>
  )
}

type Progress = Awaited<ReturnType<typeof bulkEditProgress>>

async function Started({ edit, progress }: { edit: ToldBulkEdit; progress: Progress }) {
  const t = await getTranslations('coordination.table.edit')
  const { total, done, changed, exceptions } = progress
  const isRunning = edit.status === 'RUNNING'
  return (
    <>
      <h1>{t(isRunning ? 'runningTitle' : edit.undoes ? 'undoneTitle' : 'doneTitle')}</h1>
      <What edit={edit} />
      {edit.reason && <p>{t('because', { reason: edit.reason })}</p>}
      {isRunning ? (
        <>
          <p role="status">{t('running', { done, total })}</p>
          <p>
            <progress value={done} max={total} aria-label={t('runningTitle')} />
          </p>
          <p>
            <a href={`/coordination/lieux/modifications/${edit.id}`}>{t('refresh')}</a>
          </p>
          <Refresher />
        </>
      ) : (
        <p role="status">
          <strong>{t('changed', { count: changed })}</strong>
        </p>
      )}
      {edit.undoneBy && (
        <p>
          {t('undone')} <a href={`/coordination/lieux/modifications/${edit.undoneBy.id}`}>{t('seeUndo')}</a>
        </p>
      )}
      {edit.undoes && (
        <p>
          <a href={`/coordination/lieux/modifications/${edit.undoes.id}`}>{t('seeUndone')}</a>
        </p>
      )}
      {!isRunning && !edit.undoneBy && changed > 0 && <UndoForm id={edit.id} count={changed} />}
      <p>
        <ButtonLink variant="quiet" href="/coordination/lieux">
          {t('toPlaces')}
        </ButtonLink>
      </p>
      <Exceptions title={t('stayed')} exceptions={exceptions} />
    </>
  )
}

function What({ edit }: { edit: ToldBulkEdit }) {
  const nameOf = useChangeName()
  return <Asked change={nameOf(edit.change, edit.assigneeName)} />
}

async function Asked({ change }: { change: string }) {
  const t = await getTranslations('coordination.table.edit')
  return <p>{t('what', { change })}</p>
}
