import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEditVocabulary } from '@/lib/accounts/permissions'
import { countPlacesMeeting, getNeed } from '@/lib/needs/back-office/queries'
import { needFormValues } from '@/lib/needs/form-values'
import { requireUser } from '../../../require-user'
import { updateNeedAction } from '../actions'
import { NeedForm } from '../need-form'
import { NeedPage } from '../need-page'
import { RemoveForm } from '../remove-form'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('coordination.vocabulary')
  return { title: (await getNeed((await params).id))?.name ?? t('title') }
}

export default async function EditNeedPage({ params }: Props) {
  const { id } = await params
  const user = await requireUser(`/coordination/vocabulaire/${encodeURIComponent(id)}`)
  const t = await getTranslations('coordination.vocabulary')
  const need = await getNeed(id)
  if (!need) notFound()
  const counts = mayEditVocabulary(user) && (await countPlacesMeeting(user, { answers: need, terms: need.terms }))
  return (
    <NeedPage user={user} title={need.name}>
      {counts && <p>{t('preview', counts)}</p>}
      <NeedForm
        key={need.version}
        action={updateNeedAction}
        initial={needFormValues(need)}
        id={need.id}
        version={need.version}
      />
      <RemoveForm id={need.id} version={need.version} termCount={need.terms.length} />
    </NeedPage>
  )
}
