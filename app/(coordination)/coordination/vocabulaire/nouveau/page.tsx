import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireUser } from '../../../require-user'
import { createNeedAction } from '../actions'
import { NeedForm } from '../need-form'
import { NeedPage } from '../need-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination.vocabulary')
  return { title: t('add') }
}

export default async function NewNeedPage() {
  const user = await requireUser('/coordination/vocabulaire/nouveau')
  const t = await getTranslations('coordination.vocabulary')
  return (
    <NeedPage user={user} title={t('add')}>
      <NeedForm action={createNeedAction} initial={{}} />
    </NeedPage>
  )
}
