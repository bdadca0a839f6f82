import { useFormatter, useTranslations } from 'next-intl'
import { useClockWords } from '@/components/place/opening-status'
import { announcedClosures } from '@/lib/hours/closure'
import { type DayGroup, usualWeek } from '@/lib/hours/usual-week'
import { localDay } from '@/lib/hours/zone-clock'
import { cutText } from '@/lib/places/cut-text'
import type { PublishedPlace } from '@/lib/places/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import styles from './sheet.module.css'

interface Props {
  place: PublishedPlace
  at: Date
  /** One of several places on a page: a line a day, and one closure */
  isShort?: boolean
}

/** The usual week, days in a row together; paper knows neither today nor next week's holiday. */
export function Hours({ place: { openingHours, commune, closures }, at, isShort = false }: Props) {
  const t = useTranslations('sheet')
  const format = useFormatter()
  const groups = openingHours ? usualWeek(openingHours, commune.departmentCode, at) : null
  const isKnown = groups?.some(({ slots }) => slots.some(({ isCertain }) => isCertain))
  const coming = announcedClosures(closures, localDay(timeZoneOf(commune.departmentCode), at)).slice(0, isShort ? 1 : 2)
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'long', timeZone: 'UTC' })
  const Title = isShort ? 'h3' : 'h2'
  return (
    <>
      <Title>{t('hours')}</Title>
      {isKnown && groups ? (
        <Week groups={groups} longest={isShort ? 36 : 60} />
      ) : (
        <p>{openingHours ? cutText(openingHours, isShort ? 90 : 160) : t('noHours')}</p>
      )}
      {coming.map(({ from, to }) => (
        <p key={from}>{t('closed', { from: day(from), to: day(to) })}</p>
      ))}
      {!isShort && <p className={styles.small}>{t('checkHours')}</p>}
    </>
  )
}

/** A Monday, from which days are named. */
const monday = Date.UTC(2024, 0, 1)

/** @param longest characters of a day's hours */
function Week({ groups, longest }: { groups: readonly DayGroup[]; longest: number }) {
  const t = useTranslations('sheet')
  const format = useFormatter()
  const clock = useClockWords()
  const opening = useTranslations('opening')
  const dayName = (index: number) =>
    format.dateTime(new Date(monday + index * 24 * 3600 * 1000), { weekday: 'long', timeZone: 'UTC' })
  const time = (text: string) => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number)
    return hours === 24 ? opening('midnight') : clock({ hours, minutes })
  }
  return (
    <table className={styles.week}>
      <tbody>
        {groups.map(({ from, to, slots }) => (
          <tr key={from}>
            <th scope="row">{from === to ? dayName(from) : t('days', { from: dayName(from), to: dayName(to) })}</th>
            <td>
              {slots.length === 0 && t('closedDay')}
              {wholeSlots(
                slots.map(({ opens, closes }) => `${time(opens)} – ${time(closes)}`),
                longest,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Those that a line holds: half a slot would say when it opens and not that it closes. */
function wholeSlots(slots: readonly string[], longest: number): string {
  const told = slots.filter((_, index) => slots.slice(0, index + 1).join(', ').length <= longest)
  return told.length < slots.length ? `${told.join(', ')}…` : told.join(', ')
}
