import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { needs } from '@/components/place/needs'
import { Hours } from '@/components/place/slots'
import type { LinkedPlace } from '@/lib/freshness/queries'
import { readableWeek, type WeekTable } from '@/lib/hours/readable-week'
import { spokenPhone } from '@/lib/places/spoken-phone'
import styles from './confirmation.module.css'

/** A Monday, from which days are named. */
const monday = Date.UTC(2024, 0, 1)

/** The listing in plain words, as citizens know it. */
export function Listing({ place, at }: { place: LinkedPlace; at: Date }) {
  const t = useTranslations()
  const word = useTranslations('confirmation')
  const { kind, commune, phone, emails, websites, summary } = place
  const helps = needs.filter(({ service }) => place.services.some((line) => line.service === service))
  return (
    <dl className={styles.listing}>
      <Fact title={word('kind')}>{t(`kinds.${kind}`)}</Fact>
      <Fact title={word('address')}>
        {[place.address, place.addressComplement, `${place.postcode} ${commune.name}`].filter(Boolean).join(', ')}
      </Fact>
      <Fact title={word('phone')}>{phone && spokenPhone(phone)}</Fact>
      <Fact title={word('emails')}>{emails.length > 0 && <Lines items={emails} />}</Fact>
      <Fact title={word('websites')}>{websites.length > 0 && <Lines items={websites} />}</Fact>
      <Fact title={word('hours')}>
        {place.openingHours && <Week place={place} hours={place.openingHours} at={at} />}
      </Fact>
      <Fact title={word('services')}>
        {helps.length > 0 && <Lines items={helps.map(({ service }) => t(`needs.${service}.name`))} />}
      </Fact>
      <Fact title={word('summary')}>{summary}</Fact>
    </dl>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations('confirmation')
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children || t('nothing')}</dd>
    </div>
  )
}

function Lines({ items }: { items: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** The usual week; hours that follow none as they were given. */
function Week({ place, hours, at }: { place: LinkedPlace; hours: string; at: Date }) {
  const week = readableWeek(hours, place.commune.departmentCode, at, [])
  if (!week) return hours
  return week.tables.map((table) => <Table key={table.when} table={table} />)
}

function Table({ table: { when, date, groups } }: { table: WeekTable }) {
  const t = useTranslations('place')
  const format = useFormatter()
  const name = (index: number) =>
    format.dateTime(new Date(monday + index * 24 * 3600 * 1000), { weekday: 'long', timeZone: 'UTC' })
  const limit = date && format.dateTime(new Date(date), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return (
    <>
      {when !== 'always' && <p>{limit ? t(when, { date: limit }) : t(when)}</p>}
      <ul className={styles.lines}>
        {groups.map(({ from, to, slots }) => (
          <li key={from}>
            {from === to ? name(from) : t(to - from === 1 ? 'twoDays' : 'days', { from: name(from), to: name(to) })}
            {' : '}
            <Hours slots={slots} />
          </li>
        ))}
      </ul>
    </>
  )
}
