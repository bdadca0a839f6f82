import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlaceSeats } from '@/app/place-seats'
import { PlaceVouchers } from '@/app/place-vouchers'
import { ReceivedReferral } from '@/components/referral/answer/received-referral'
import { ReceptionWords } from '@/components/referral/answer/reception-words'
import { EraseReceived } from '@/components/referral/erase-received'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { shownCode } from '@/lib/referrals/code'
import { requireUser } from '../../../require-user'
import { eraseAction, messageAction, moveAction, redirectAction, revealAction, sessionsAction } from './actions'
import { findReceived, receivedPath } from './find-received'

type Props = PageProps<'/coordination/orientations/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code, erasedAt }, t, words] = await Promise.all([
    findReceived(params),
    getTranslations('reception'),
    getTranslations('referral'),
  ])
  return { title: erasedAt ? words('one.erasedTitle') : t('title', { code: shownCode(code) }) }
}

/** One referral for whoever edits the place that gets it. */
export default async function ReceivedPage({ params, searchParams }: Props) {
  const [referral, { fait }, t] = await Promise.all([findReceived(params), searchParams, getTranslations('reception')])
  const party = { side: 'PLACE', user: await requireUser(receivedPath(referral.id)) } as const
  return (
    <Page width={referral.status === 'SENT' ? 'text' : 'page'}>
      <Breadcrumb steps={[{ label: t('back'), href: '/coordination/orientations' }]} />
      <ReceptionWords>
        <ReceivedReferral
          referral={referral}
          actions={{ move: moveAction, message: messageAction, reveal: revealAction, redirect: redirectAction }}
          path={receivedPath(referral.id)}
          done={fait}
          now={new Date()}
        />
      </ReceptionWords>
      <PlaceSeats party={party} referralId={referral.id} />
      <PlaceVouchers party={party} referralId={referral.id} action={sessionsAction} done={fait} />
      <EraseReceived referral={referral} action={eraseAction} />
    </Page>
  )
}
