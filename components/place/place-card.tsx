import { useTranslations } from 'next-intl'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Icon } from '@/components/ui/icon'
import type { OpeningPhrase } from '@/lib/places/opening-phrase'
import { spokenPhone } from '@/lib/places/spoken-phone'
import type { FoundPlace } from '@/lib/search/found-place'
import type { Service } from '@/prisma/client/enums'
import { Distance } from './distance'
import { KindTag } from './kind-tag'
import { OpeningStatus } from './opening-status'
import styles from './place-card.module.css'

interface Props {
  place: FoundPlace
  opening: OpeningPhrase
  /** The services asked for: of those it offers, these are told first. */
  wanted: readonly Service[]
  /** What else it meets of what was asked, in a few words each */
  reasons?: readonly string[]
  /** Its page opens beside a page that cannot be found again */
  opensApart?: boolean
}

const toldAtMost = 2

/** A place in a list: enough to choose it or to call it without opening its page. */
export function PlaceCard({ place, opening, wanted, reasons = [], opensApart = false }: Props) {
  const t = useTranslations('card')
  const needName = useTranslations('needs')
  const fee = useTranslations('fees')
  const told = [...place.services].sort((a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a)))
  const shown = told.slice(0, Math.max(toldAtMost, wanted.length))
  return (
    <article className={styles.card} data-place={place.id}>
      <h3 className={styles.name}>
        <LocalLink href={`/lieux/${place.id}`} target={opensApart ? '_blank' : undefined}>
          <FrenchData>{place.name}</FrenchData>
        </LocalLink>
      </h3>
      <p className={styles.facts}>
        <KindTag kind={place.kind} />
        <Distance distance={place.distance} isApproximate={place.isApproximate} />
        {place.isDemo && <span className={styles.aside}>{t('demo')}</span>}
      </p>
      <p className={styles.facts}>
        <OpeningStatus phrase={opening} />
        {place.fees.includes('FREE') && <span className={styles.free}>{fee('FREE')}</span>}
      </p>
      <p className={styles.address}>
        <FrenchData>
          {place.address}, {place.postcode} {place.communeName}
        </FrenchData>
      </p>
      {reasons.length > 0 && (
        <ul className={styles.services} aria-label={t('reasons')}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {shown.length > 0 && (
        <ul className={styles.services} aria-label={t('offers')}>
          {shown.map((service) => (
            <li key={service}>{needName(`${service}.name`)}</li>
          ))}
          {told.length > shown.length && (
            <li className={styles.more}>{t('more', { count: told.length - shown.length })}</li>
          )}
        </ul>
      )}
      {place.phone && (
        <a className={styles.call} href={`tel:${place.phone}`}>
          <Icon name="phone" size={20} /> {t('call', { phone: spokenPhone(place.phone) })}
        </a>
      )}
    </article>
  )
}
