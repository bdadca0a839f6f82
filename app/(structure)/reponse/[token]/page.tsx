import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlaceSeats } from '@/app/place-seats'
import { PlaceVouchers } from '@/app/place-vouchers'
import { ReceivedReferral } from '@/components/referral/answer/received-referral'
import { ReceptionWords } from '@/components/referral/answer/reception-words'
import { EraseReceived } from '@/components/referral/erase-received'
import { Page } from '@/components/site/page'
import { referralOfLink } from '@/lib/referrals/queries'
import { bookletReferralOfLink } from '@/lib/vouchers/queries'
import { eraseAction, messageAction, moveAction, redirectAction, revealAction, sessionsAction } from './actions'
import { BookletsAlone } from './booklets-alone'
import { LinkIsOver } from './link-is-over'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reception.first')
  return { title: t('title') }
}

/** Where the link of a message leads a place without account; nothing changes before a button is touched. */
export default async function ReplyPage({ params, searchParams }: PageProps<'/reponse/[token]'>) {
  const [{ token }, { fait }] = await Promise.all([params, searchParams])
  const referral = await referralOfLink(token)
  if (!referral) {
    const closed = await bookletReferralOfLink(token)
    return closed ? (
      <BookletsAlone referral={closed} token={token} done={fait} />
    ) : (
      <LinkIsOver hasErased={fait === 'erased'} />
    )
  }
  return (
    <Page width={referral.status === 'SENT' ? 'text' : 'page'}>
      <ReceptionWords>
        <ReceivedReferral
          referral={referral}
          actions={{ move: moveAction, message: messageAction, reveal: revealAction, redirect: redirectAction }}
          path={`/reponse/${token}`}
          token={token}
          done={fait}
          now={new Date()}
        />
      </ReceptionWords>
      <PlaceSeats party={{ side: 'PLACE', link: token }} referralId={referral.id} />
      <PlaceVouchers
        party={{ side: 'PLACE', link: token }}
        referralId={referral.id}
        action={sessionsAction}
        token={token}
        done={fait}
      />
      <EraseReceived referral={referral} action={eraseAction} token={token} />
    </Page>
  )
}
