import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { otherPlaces } from '@/app/other-places'
import { Elsewhere } from '@/components/referral/answer/elsewhere'
import { ReceptionWords } from '@/components/referral/answer/reception-words'
import { Page } from '@/components/site/page'
import { redirectAction } from '../actions'
import { findReceived, receivedPath } from '../find-received'

type Props = PageProps<'/coordination/orientations/[id]/ailleurs'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reception.redirect')
  return { title: t('title') }
}

export default async function ElsewherePage({ params, searchParams }: Props) {
  const [referral, { q }] = await Promise.all([findReceived(params, '/ailleurs'), searchParams])
  return (
    <Page width="text">
      <ReceptionWords>
        <Elsewhere
          referral={referral}
          action={redirectAction}
          {...(await otherPlaces(referral, q))}
          path={receivedPath(referral.id)}
        />
      </ReceptionWords>
    </Page>
  )
}
