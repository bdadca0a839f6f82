import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { AssessmentForm } from '../assessment-form'
import { ClientWords } from '../client-words'
import { useNeedChoices } from '../need-choices'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orientation.form')
  return { title: t('title') }
}

/** The assessment, to fill together in five minutes. */
export default function AssessmentPage() {
  return (
    <Page>
      <ClientWords>
        <AssessmentForm needs={useNeedChoices()} />
      </ClientWords>
    </Page>
  )
}
