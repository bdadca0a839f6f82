import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ClientWords } from '../client-words'
import { useNeedChoices } from '../need-choices'
import { SpotForm } from '../spot-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orientation.spot')
  return { title: t('title') }
}

/** The short version, for a counter. */
export default function SpotPage() {
  return (
    <Page>
      <ClientWords>
        <SpotForm needs={useNeedChoices()} />
      </ClientWords>
    </Page>
  )
}
