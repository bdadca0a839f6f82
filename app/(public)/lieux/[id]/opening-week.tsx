import { useFormatter, useTranslations } from 'next-intl'
import { useClockWords } from '@/components/place/opening-status'
import { Notice } from '@/components/ui/notice'
import { announcedClosures } from '@/lib/hours/closure'
import { type DayHours, type Slot, weekOf } from '@/lib/hours/week'
import { localDay } from '@/lib/hours/zone-clock'
import type { PublishedPlace } from '@/lib/places/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import styles from './place.module.css'

/** The seven days to come, the closures that are announced, or the hours as they were given. */
export function OpeningWeek({ place, at }: { place: PublishedPlace; at: Date }) {
  const t = useTranslations('place')
  const { openingHours, commune, closures } = place
  const read = openingHours ? weekOf(openingHours, commune.departmentCode, at) : null
  // "Sur rendez-vous" would be a week of perhaps: the words that were given say it better.
  const isAllPerhaps = read?.every(({ slots }) => slots.every(({ isCertain }) => !isCertain) && slots.length > 0)
  const week = isAllPerhaps ? null : read
  const coming = announcedClosures(closures, localDay(timeZoneOf(commune.departmentCode), at))
  return (
    <section>
      <h2>{t('openingTitle')}</h2>
      {coming.map((closure) => (
        <Closure key={closure.from} closure={closure} />
      ))}
      {week && <Week week={week} />}
      {!week && <p>{openingHours ? t('rawHours', { hours: openingHours }) : t('noHours')}</p>}
    </section>
  )
}

function Week({ week }: { week: readonly DayHours[] }) {
  const t = useTranslations('place')
  const format = useFormatter()
  const slot = useSlotWords()
  return (
    <table className={styles.week}>
      <tbody>
        {week.map(({ date, holiday, slots }, index) => (
          <tr key={date}>
            <th scope="row">
              {index === 0 ? t('today') : format.dateTime(new Date(date), { weekday: 'long', timeZone: 'UTC' })}
              {holiday && <span className={styles.details}> {holiday}</span>}
            </th>
            <td>{slots.length === 0 ? t('closedDay') : slots.map(slot).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useSlotWords(): (slot: Slot) => string {
  const t = useTranslations('place')
  const opening = useTranslations('opening')
  const clock = useClockWords()
  const words = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return hours === 24 ? opening('midnight') : clock({ hours, minutes })
  }
  return ({ opens, closes, isCertain }) => {
    const told = t('slot', { opens: words(opens), closes: words(closes) })
    return isCertain ? told : `${told} (${t('uncertain')})`
  }
}

function Closure({ closure }: { closure: PublishedPlace['closures'][number] }) {
  const t = useTranslations('place')
  const format = useFormatter()
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'full', timeZone: 'UTC' })
  const from = day(closure.from)
  const to = day(closure.to)
  return (
    <Notice tone="warning" title={from === to ? t('closureOneDay', { from }) : t('closure', { from, to })}>
      {closure.reason && <p>{closure.reason}</p>}
    </Notice>
  )
}
