import { useFormatter, useTranslations } from 'next-intl'
import { Distance } from '@/components/place/distance'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Icon } from '@/components/ui/icon'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { FoundWorkshop } from '@/lib/workshops/search/queries'
import styles from './workshops.module.css'

/** A workshop in a list: what, when, where, how much, and whether there is a seat. */
export function WorkshopCard({ workshop }: { workshop: FoundWorkshop }) {
  const t = useTranslations('workshops')
  const words = useTranslations()
  const format = useFormatter()
  const { title, startsAt, endsAt, departmentCode, level, priceCents, seatsLeft } = workshop
  const timeZone = timeZoneOf(departmentCode)
  const clock = (date: Date) => format.dateTime(date, { timeStyle: 'short', timeZone })
  return (
    <article className={styles.card}>
      <h3>
        <FrenchData>{title}</FrenchData>
      </h3>
      <p>
        <strong>
          {format.dateTime(startsAt, { weekday: 'long', day: 'numeric', month: 'long', timeZone })},{' '}
          {words('place.slot', { opens: clock(startsAt), closes: clock(endsAt) })}
        </strong>
        {!workshop.isCycle && workshop.otherDates > 0 && ` ${t('otherDates', { count: workshop.otherDates })}`}
      </p>
      {workshop.isCycle && (
        <p>
          {t('cycle', { count: workshop.count })}
          {workshop.rank > 1 && ` · ${t('underWay', { rank: workshop.rank, count: workshop.count })}`}
        </p>
      )}
      <p className={styles.facts}>
        <Distance distance={workshop.distance} isApproximate={workshop.isApproximate} />
        <span>{level ? words(`levels.${level}`) : t('anyLevel')}</span>
        {priceCents === 0 && <span className={styles.free}>{words('fees.FREE')}</span>}
        {priceCents === null && <span>{t('price')}</span>}
        {priceCents !== null && priceCents > 0 && (
          <span>{format.number(priceCents / 100, { style: 'currency', currency: 'EUR' })}</span>
        )}
        {workshop.takesPass && <span>{words('place.takesPass')}</span>}
        {seatsLeft !== null && <strong>{t('seatsLeft', { count: seatsLeft })}</strong>}
      </p>
      <p>
        <LocalLink href={`/lieux/${workshop.placeId}`}>
          <FrenchData>{workshop.placeName}</FrenchData>
        </LocalLink>
        <br />
        <FrenchData>{workshop.address}</FrenchData>
      </p>
      <p className={styles.links}>
        {workshop.bookingUrl && seatsLeft !== 0 && (
          <a href={workshop.bookingUrl} rel="nofollow">
            {words('place.bookSession')}
          </a>
        )}
        {workshop.phone && (
          <a href={`tel:${workshop.phone}`}>
            <Icon name="phone" size={20} /> {words('card.call', { phone: spokenPhone(workshop.phone) })}
          </a>
        )}
      </p>
    </article>
  )
}
