import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { guideStep } from '@/lib/needs/guide'
import { GuideQuestion } from './guide-question'
import { GuideResult } from './guide-result'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { question } = guideStep(await searchParams)
  const t = await getTranslations('guide')
  return { title: question ? t(`questions.${question}`) : t('resultTitle') }
}

/** "Je ne sais pas ce qu'il me faut": one question a screen, and what the answers lead to. */
export default async function BesoinsPage({ searchParams }: Props) {
  const { question, ...step } = guideStep(await searchParams)
  return (
    <Page width="text">{question ? <GuideQuestion {...step} question={question} /> : <GuideResult {...step} />}</Page>
  )
}
