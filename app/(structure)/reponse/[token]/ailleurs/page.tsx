import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { otherPlaces } from '@/app/other-places'
import { Elsewhere } from '@/components/referral/answer/elsewhere'
import { ReceptionWords } from '@/components/referral/answer/reception-words'
import { Page } from '@/components/site/page'
import { referralOfLink } from '@/lib/referrals/queries'
import { redirectAction } from '../actions'
import { LinkIsOver } from '../link-is-over'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reception.redirect')
  return { title: t('title') }
}

export default async function ElsewherePage({ params, searchParams }: PageProps<'/reponse/[token]/ailleurs'>) {
  const [{ token }, { q }] = await Promise.all([params, searchParams])
  const referral = await referralOfLink(token)
  if (!referral) return <LinkIsOver />
  return (
    <Page width="text">
      <ReceptionWords>
        <Elsewhere
          referral={referral}
          action={redirectAction}
          {...(await otherPlaces(referral, q))}
          path={`/reponse/${token}`}
          token={token}
        />
      </ReceptionWords>
    </Page>
  )
}
