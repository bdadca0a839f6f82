import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { HubToAsk } from '@/lib/organisations/agreements/queries'
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
  const asked = hubs.every(({ askedAt }) => askedAt !== null) ? hubs[0]?.askedAt : null
  return (
    <>
      <Notice tone={asked ? 'info' : 'warning'} title={t('title', { hub })}>
        <p id={`pourquoi-${id}`}>{t('text', { organisation: name })}</p>
        {asked && <p>{t('asked', { date: format.dateTime(asked, { dateStyle: 'long' }) })}</p>}
      </Notice>
      <OneButtonForm
        action={askAgreementAction}
        to={{ organisationId: id, placeId }}
        title={t('notAsked')}
        outcomeId={`accord-${id}`}
        variant={isAside ? 'secondary' : 'primary'}
        aria-describedby={`pourquoi-${id}`}
      >
        {!asked && t('ask')}
      </OneButtonForm>
    </>
  )
}
