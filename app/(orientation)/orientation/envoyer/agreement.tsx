import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { HubToAsk } from '@/lib/organisations/agreements/queries'
import { AgreementForm } from './agreement-form'

interface Props {
  organisation: { id: string; name: string }
  placeId: string
  /** Those whose yes is missing: one at least */
  hubs: readonly HubToAsk[]
}

/** Why a structure may not send to a place yet, and the one thing to do about it. */
export function Agreement({ organisation: { id, name }, placeId, hubs }: Props) {
  const t = useTranslations('referral.agreement')
  const format = useFormatter()
  const hub = new Intl.ListFormat('fr', { type: 'conjunction' }).format(hubs.map((each) => each.name))
  const asked = hubs.every(({ askedAt }) => askedAt !== null) ? hubs[0]?.askedAt : null
  return (
    <>
      <Notice tone={asked ? 'info' : 'warning'} title={t('title', { hub })} role="status">
        <p>{t('text', { hub, organisation: name })}</p>
        {asked && <p>{t('asked', { date: format.dateTime(asked, { dateStyle: 'long' }) })}</p>}
      </Notice>
      {!asked && <AgreementForm organisationId={id} placeId={placeId} />}
    </>
  )
}
