import { useTranslations } from 'next-intl'
import { PlaceVouchers } from '@/app/place-vouchers'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { shownCode } from '@/lib/referrals/code'
import { sessionsAction } from './actions'

interface Props {
  referral: { id: string; code: string; place: { name: string }; organisation: { name: string } }
  token: string
  done: string | string[] | undefined
}

/** What a link opens long after the end: the booklets whose sessions go on, and nothing of the person. */
export function BookletsAlone({ referral: { id, code, place, organisation }, token, done }: Props) {
  const t = useTranslations('reception')
  return (
    <Page width="text">
      <h1>{t('title', { code: shownCode(code) })}</h1>
      <p>{t('from', { organisation: organisation.name, place: place.name })}</p>
      <Notice>
        <p>{t('bookletsAlone')}</p>
      </Notice>
      <PlaceVouchers
        party={{ side: 'PLACE', link: token }}
        referralId={id}
        action={sessionsAction}
        token={token}
        done={done}
      />
    </Page>
  )
}
