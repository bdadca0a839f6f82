import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { otherPlaces } from '@/app/other-places'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { SearchForm } from '@/components/ui/search-form'
import { ReferralWords } from '../../../referral-words'
import { findReferral, referralPath } from '../find-referral'
import { ElsewhereForm } from './elsewhere-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('referral.elsewhere')
  return { title: t('title') }
}

/** Other places for the same need, near the one that does not answer or said no. */
export default async function ElsewherePage({ params, searchParams }: PageProps<'/orientation/suivi/[id]/ailleurs'>) {
  const [{ referral }, { q, lieu }] = await Promise.all([findReferral(params, '/ailleurs'), searchParams])
  const t = await getTranslations('referral.elsewhere')
  const { id, version, moves, organisationId, supportMode } = referral
  const canMove = moves.includes('REDIRECT')
  const { words, places } = await otherPlaces(referral, q, organisationId)
  return (
    <Page width="text">
      <Breadcrumb steps={[{ label: t('back'), href: referralPath(id) }]} />
      <h1>{t('title')}</h1>
      {!canMove && <Notice tone="warning">{t('over')}</Notice>}
      {canMove && (
        <SearchForm
          name="q"
          label={t('q')}
          hint={t('qHint')}
          defaultValue={words}
          maxLength={100}
          submit={t('search')}
        />
      )}
      {canMove && places.length === 0 && (
        <Notice title={t(words ? 'noneFound' : 'none')} role="status">
          <p>{t('noneText')}</p>
        </Notice>
      )}
      {places.length > 0 && (
        <>
          <p>{words ? t('found') : `${t('lead')} ${t(supportMode ? 'suitedFirst' : 'nearestFirst')}`}</p>
          <ReferralWords>
            <ElsewhereForm id={id} version={version} places={places} proposed={typeof lieu === 'string' ? lieu : ''} />
          </ReferralWords>
        </>
      )}
    </Page>
  )
}
