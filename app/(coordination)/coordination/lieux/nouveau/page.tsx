import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { mayCreateSomewhere } from '@/lib/accounts/territory'
import { env } from '@/lib/env'
import { requireUser } from '../../../require-user'
import { NewPlaceForm } from './new-place-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination')
  return { title: t('addPlace') }
}

export default async function NewPlacePage() {
  const user = await requireUser('/coordination/lieux/nouveau')
  const t = await getTranslations('coordination')
  const { TILES_URL, TILES_ATTRIBUTION } = env()
  return (
    <Page>
      <h1>{t('addPlace')}</h1>
      {mayCreateSomewhere(user) ? (
        <NewPlaceForm tiles={{ url: TILES_URL, attribution: TILES_ATTRIBUTION }} />
      ) : (
        <Notice tone="warning">
          <p>{t('mayNotAdd')}</p>
        </Notice>
      )}
    </Page>
  )
}
