import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { KindTag } from '@/components/place/kind-tag'
import { OpeningStatus } from '@/components/place/opening-status'
import { useLocalPath } from '@/components/site/local-path'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { ofPlace } from '@/lib/i18n/french-preposition'
import type { OpeningPhrase } from '@/lib/places/opening-phrase'
import type { PublishedPlace } from '@/lib/places/queries'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { sendPath } from '@/lib/referrals/send-path'
import styles from './place.module.css'
import own from './place-head.module.css'

interface Props {
  place: PublishedPlace
  opening: OpeningPhrase
  takesReferrals: boolean
}

/** What a hurried person needs: which place, is it open, how to call, how to go; and whoever helps her, how to refer. */
export function PlaceHead({ place, opening, takesReferrals }: Props) {
  const t = useTranslations('place')
  const fee = useTranslations('fees')
  const { commune, postcode, phone } = place
  const nearby = useLocalPath()(`/lieux?${new URLSearchParams({ lieu: `${commune.name} (${postcode})` })}`)
  return (
    <header className={own.head}>
      <Breadcrumb steps={[{ label: t('allNearby', { commune: ofPlace(useLocale(), commune.name) }), href: nearby }]} />
      <h1 lang="fr">{place.name}</h1>
      {/* Said here too: the site's banner goes with the first import, and invented places may stay after it. */}
      {place.isDemo && (
        <Notice tone="warning">
          <p>{t('demo')}</p>
        </Notice>
      )}
      <Unconfirmed place={place} />
      <p className={styles.facts}>
        <KindTag kind={place.kind} />
        {place.fees.includes('FREE') && <strong>{fee('FREE')}</strong>}
      </p>
      <p className={own.status}>
        <OpeningStatus phrase={opening} />
      </p>
      <p className={own.actions}>
        {phone && (
          <ButtonLink href={`tel:${phone}`}>
            <Icon name="phone" />
            <span>
              {t('call')} <span className={own.number}>{spokenPhone(phone)}</span>
            </span>
          </ButtonLink>
        )}
        <ButtonLink href="#y-aller" variant="secondary">
          <Icon name="pin" /> {t('goThere')}
        </ButtonLink>
      </p>
      {/* The same for everybody, since the page is kept: the form asks who one is. */}
      {takesReferrals && (
        <p>
          <a className={styles.link} href={sendPath(place.id)} hrefLang="fr" rel="nofollow">
            {t('refer')}
          </a>
        </p>
      )}
    </header>
  )
}

/** Said before the rest of the listing, once its structure was asked several times and never answered. */
function Unconfirmed({ place: { freshness, verifiedAt, recordDate } }: { place: PublishedPlace }) {
  const t = useTranslations('place')
  const format = useFormatter()
  if (freshness === 'CURRENT') return null
  const since = verifiedAt && verifiedAt > recordDate ? verifiedAt : recordDate
  return (
    <Notice tone="warning">
      <p>{t('unconfirmed', { date: format.dateTime(since, { dateStyle: 'long' }) })}</p>
    </Notice>
  )
}
