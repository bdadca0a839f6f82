import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listOtherPlaces } from '@/lib/referrals/places/queries'
import { ReferralWords } from '../../../referral-words'
import { findReferral, referralPath } from '../find-referral'
import { ElsewhereForm } from './elsewhere-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('referral.elsewhere')
  return { title: t('title') }
}

/** Other places for the same need, near the one that does not answer or said no. */
export default async function ElsewherePage({ params }: PageProps<'/orientation/suivi/[id]/ailleurs'>) {
  const { referral } = await findReferral(params, '/ailleurs')
  const t = await getTranslations('referral.elsewhere')
  const { id, version, moves } = referral
  const canMove = moves.includes('REDIRECT')
  const places = canMove ? await listOtherPlaces(referral) : []
  return (
    <Page width="text">
      <Breadcrumb steps={[{ label: t('back'), href: referralPath(id) }]} />
      <h1>{t('title')}</h1>
      {!canMove && <Notice tone="warning">{t('over')}</Notice>}
      {canMove && places.length === 0 && (
        <>
          <Notice title={t('none')}>
            <p>{t('noneText')}</p>
          </Notice>
          <p>
            <ButtonLink href="/lieux" variant="secondary">
              {t('find')}
            </ButtonLink>
          </p>
        </>
      )}
      {places.length > 0 && (
        <>
          <p>{t('lead')}</p>
          <ReferralWords>
            <ElsewhereForm
              id={id}
              version={version}
              places={places.map(({ id: placeId, name, address, postcode, communeName, distance }) => ({
                id: placeId,
                name,
                where: `${address}, ${postcode} ${communeName}`,
                kilometres: Math.round((distance ?? 0) / 1000),
              }))}
            />
          </ReferralWords>
        </>
      )}
    </Page>
  )
}
