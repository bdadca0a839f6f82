import { useTranslations } from 'next-intl'
import { type QuestionId, unsure } from '@/lib/needs/guide'

/** The words of an answer, as it is offered; "je ne sais pas" is the same everywhere. */
export function useAnswerWords(): (question: QuestionId, answer: string) => string {
  const t = useTranslations('guide')
  return (question, answer) =>
    answer === unsure ? t('unsure') : t(`answers.${question}.${answer}` as 'answers.besoin.papiers')
}
