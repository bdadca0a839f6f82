import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { HubToAsk } from '@/lib/organisations/agreements/queries'
import { askAgainFrom, mayAsk } from '@/lib/organisations/agreements/refusal'
import { askAgreementAction } from './actions'

interface Props {
  organisation: { id: string; name: string }
  placeId: string
  /** Any of which may say yes: one at least */
  hubs: readonly HubToAsk[]
  /** Whether something else is to be done on the page */
  isAside?: boolean
}

/** Why a structure may not send to a place yet, and the one thing to do about it. */
export function Agreement({ organisation: { id, name }, placeId, hubs, isAside = false }: Props) {
  const t = useTranslations('referral.agreement')
  const format = useFormatter()
  const hub = format.list(
    hubs.map((each) => each.name),
    { type: 'disjunction' },
  )
  const open = hubs.filter(({ refusedAt }) => mayAsk(refusedAt))
  const asked = open.every(({ askedAt, refusedAt }) => askedAt && !refusedAt) ? open[0]?.askedAt : null
  const refused = open.length === 0 ? hubs[0]?.refusedAt : null
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  return (
    <>
      <Notice tone={asked ? 'info' : 'warning'} title={t('title', { organisation: name, hub })}>
        <p id={`pourquoi-${id}`}>{t('text')}</p>
        {asked && <p>{t('asked', { date: day(asked) })}</p>}
        {refused && <p>{t('refused', { date: day(refused), again: day(askAgainFrom(refused)) })}</p>}
      </Notice>
      <OneButtonForm
        action={askAgreementAction}
        to={{ organisationId: id, placeId }}
        title={t('notAsked')}
        outcomeId={`accord-${id}`}
        variant={isAside ? 'secondary' : 'primary'}
        aria-describedby={`pourquoi-${id}`}
      >
        {!asked && !refused && t('ask')}
      </OneButtonForm>
    </>
  )
}
