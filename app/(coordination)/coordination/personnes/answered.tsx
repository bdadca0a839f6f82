import { useFormatter, useTranslations } from 'next-intl'
import type { ListedAgreement } from '@/lib/organisations/agreements/queries'
import { AnsweredForms } from './answered-forms'

/** The structures of elsewhere that got a yes or a no, each with the button that turns it. */
export function Answered({ agreements }: { agreements: readonly ListedAgreement[] }) {
  const t = useTranslations('coordination.people.answered')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  return (
    <AnsweredForms
      answers={agreements.map(({ id, structure, hub, agreedAt, refusedAt }) => ({
        id,
        structure,
        isYes: agreedAt !== null,
        told: (
          <>
            {agreedAt && <p>{t('agreed', { hub, date: day(agreedAt) })}</p>}
            {refusedAt && <p>{t('refused', { hub, date: day(refusedAt) })}</p>}
          </>
        ),
      }))}
    />
  )
}
