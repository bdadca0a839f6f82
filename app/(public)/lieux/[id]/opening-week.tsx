import { useFormatter, useTranslations } from 'next-intl'
import { Hours } from '@/components/place/slots'
import { Notice } from '@/components/ui/notice'
import { announcedClosures, closureOn } from '@/lib/hours/closure'
import { type DayException, readableWeek, type WeekTable } from '@/lib/hours/readable-week'
import { weekOf } from '@/lib/hours/week'
import { localDay } from '@/lib/hours/zone-clock'
import type { PublishedPlace } from '@/lib/places/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import own from './opening-week.module.css'
import styles from './place.module.css'

/** A Monday, from which days are named. */
const monday = Date.UTC(2024, 0, 1)
const dayLength = 24 * 3600 * 1000

/** The closures that are announced, and the week: as it repeats, else the seven days to come, else as it was given. */
export function OpeningWeek({ place, at }: { place: PublishedPlace; at: Date }) {
  const t = useTranslations('place')
  const { openingHours, commune, closures } = place
  const today = localDay(timeZoneOf(commune.departmentCode), at)
  return (
    <section>
      <h2>{t('openingTitle')}</h2>
      {announcedClosures(closures, today).map((closure) => (
        <Announced key={closure.from} closure={closure} today={today} />
      ))}
      {openingHours ? <Told place={place} hours={openingHours} at={at} today={today} /> : <p>{t('noHours')}</p>}
    </section>
  )
}

interface WeekProps {
  place: PublishedPlace
  hours: string
  at: Date
  today: string
}

/** Words for the whole week after its hours: `Mo-Fr 09:00-12:00; "sur rendez-vous"`. */
const lastWords = /^(?:(.*\S)\s*;)?\s*"([^"]+)"\s*$/

/** Hours that a comment makes uncertain all along are told as a week, and the comment beside. */
function Told({ hours, ...rest }: WeekProps) {
  const t = useTranslations('place')
  const [, before, comment] = lastWords.exec(hours) ?? []
  if (!comment) return <Week hours={hours} {...rest} />
  return (
    <>
      <p>{t('hoursComment', { comment })}</p>
      {before && <Week hours={before} {...rest} />}
    </>
  )
}

function Week({ place: { commune, closures }, hours, at, today }: WeekProps) {
  const t = useTranslations('place')
  const { departmentCode } = commune
  const days = weekOf(hours, departmentCode, at)
  // "Sur rendez-vous" would be a week of perhaps: the words that were given say it better.
  const isAllPerhaps = days?.every(({ slots }) => slots.every(({ isCertain }) => !isCertain) && slots.length > 0)
  if (!days || isAllPerhaps) return <p>{t('rawHours', { hours })}</p>
  const week = readableWeek(hours, departmentCode, at, closures)
  if (week) {
    return (
      <>
        <Exceptions exceptions={week.exceptions} />
        {week.tables.map((table) => (
          <Table key={table.when} table={table} weekday={week.weekday} />
        ))}
      </>
    )
  }
  return (
    <table className={own.week}>
      <tbody>
        {days.map((day) => {
          const isClosure = closureOn(closures, day.date) !== null
          return (
            <tr key={day.date} className={day.date === today ? own.today : undefined}>
              <th scope="row">
                <DayName {...day} isToday={day.date === today} />
              </th>
              <td>
                <Hours slots={isClosure ? [] : day.slots} instead={isClosure ? day.slots : []} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Table({ table: { when, date, isNow, groups }, weekday }: { table: WeekTable; weekday: number }) {
  const t = useTranslations('place')
  const format = useFormatter()
  const name = (index: number) =>
    format.dateTime(new Date(monday + index * dayLength), { weekday: 'long', timeZone: 'UTC' })
  const limit = date && format.dateTime(new Date(date), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return (
    <table className={own.week}>
      {when !== 'always' && (
        <caption>
          {limit ? t(when, { date: limit }) : t(when)}
          {isNow && !limit && <span className={styles.details}> · {t('thisWeek')}</span>}
        </caption>
      )}
      <tbody>
        {groups.map(({ from, to, slots }) => {
          const isToday = isNow && from <= weekday && weekday <= to
          return (
            <tr key={from} className={isToday ? own.today : undefined}>
              <th scope="row">
                {from === to ? name(from) : t(to - from === 1 ? 'twoDays' : 'days', { from: name(from), to: name(to) })}
                {isToday && <span className={styles.details}> · {t('todayMark')}</span>}
              </th>
              <td>
                <Hours slots={slots} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Exceptions({ exceptions }: { exceptions: readonly DayException[] }) {
  const t = useTranslations('place')
  if (exceptions.length === 0) return null
  return (
    <>
      <h3 className={styles.serviceName}>{t('exceptions')}</h3>
      <ul className={styles.list}>
        {exceptions.map((day) => (
          <li key={day.date}>
            <strong>
              <DayName {...day} isToday={false} />
            </strong>{' '}
            <Hours slots={day.slots} instead={day.usual} />
          </li>
        ))}
      </ul>
    </>
  )
}

function DayName({ date, holiday, isToday }: { date: string; holiday: string | null; isToday: boolean }) {
  const t = useTranslations('place')
  const format = useFormatter()
  return (
    <>
      {format.dateTime(new Date(date), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })}
      {isToday && <span className={styles.details}> · {t('todayMark')}</span>}
      {holiday && (
        <span className={styles.details} lang="fr">
          {' '}
          ({holiday})
        </span>
      )}
    </>
  )
}

function Announced({ closure, today }: { closure: PublishedPlace['closures'][number]; today: string }) {
  const t = useTranslations('place')
  const format = useFormatter()
  const day = (date: string) =>
    format.dateTime(new Date(date), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: date.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric',
      timeZone: 'UTC',
    })
  const [from, to] = [day(closure.from), day(closure.to)]
  const { reason } = closure
  const isOneDay = closure.from === closure.to
  const told = reason
    ? t(isOneDay ? 'closureOneDayWhy' : 'closureWhy', { from, to, reason })
    : t(isOneDay ? 'closureOneDay' : 'closure', { from, to })
  return <Notice tone="warning" title={told} />
}
