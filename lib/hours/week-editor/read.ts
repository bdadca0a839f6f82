import { Recent } from '@/lib/recent'
import { readHours } from '../readable-hours'
import { schoolHolidays, schoolZoneOf } from '../school-holidays'
import { WallDate, withWallDates } from '../wall-date'
import { minutesOf, sameSlots, timeOf, type Undrawable, type Week, type WeekHours, type WeekSlot } from './model'
import { writeHours } from './write'

/** Hours as a week's table draws them, or why it cannot. */
export type ReadWeek = { hours: WeekHours } | { reason: Undrawable }

const day = 24 * 3600 * 1000
/**
 * The weeks 1 to 53 of 2026: odd ones and even ones, two odd ones in a row, public holidays on each day of
 * the week, and school holidays that are known. What repeats by these shows itself here.
 */
const firstDay = Date.UTC(2025, 11, 29)
const weeks = 53

const kept = new Recent<ReadWeek>(200)

/**
 * Reads OSM `opening_hours` into a table: by when they are open over a year, not by how they are written.
 * Nothing is lost: a text that names days by date, or that the table written anew would not say alike, is
 * refused. Takes a tenth of a second with holidays; the last ones asked for are kept.
 */
export function readWeek(hours: string, departmentCode: string): ReadWeek {
  const key = `${departmentCode}\n${hours}`
  const known = kept.get(key)
  if (known) return known
  const read = judge(hours, departmentCode)
  kept.set(key, read)
  return read
}

function judge(hours: string, departmentCode: string): ReadWeek {
  if (!readHours(hours, departmentCode)) return { reason: 'unreadable' }
  const written = hours.replace(/"[^"]*"/g, '""')
  const foreign = foreignTo(written)
  if (foreign) return { reason: foreign }
  const days = daysOf(hours, departmentCode)
  if (!days || days.every(([slot]) => slot?.opens === '00:00' && slot.closes === '24:00' && slot.comment !== null)) {
    return { reason: 'comment' }
  }
  const read = tableOf(days, {
    public: new Set(/\bPH\b/.test(written) ? holidaysOf(departmentCode).map(({ index }) => index) : []),
    school: /\bSH\b/.test(written) ? schoolDaysOf(departmentCode) : null,
  })
  if ('reason' in read) return read
  const again = writeHours(read.hours)
  const same = again === hours || JSON.stringify(daysOf(again, departmentCode)) === JSON.stringify(days)
  return same ? read : { reason: 'other' }
}

/** What a table has no place for, by how it is written: it may show itself in no week of the year looked at. */
function foreignTo(written: string): Undrawable | null {
  if (/\d\s*\+/.test(written)) return 'openEnd'
  if (/\b(?:19|20|21)\d\d\b|\b[A-Z][a-z]{2}\b|easter|day|\[/.test(written)) return 'dates'
  return /\|\||unknown/.test(written) ? 'other' : null
}

type Day = readonly WeekSlot[]

/** What the clocks of each day of the year looked at show, cut at midnight; null where a certain time has a comment. */
function daysOf(hours: string, departmentCode: string): Day[] | null {
  const read = readHours(hours, departmentCode)
  const holidays = new Set(/\bPH\b/.test(hours) ? holidaysOf(departmentCode).map(({ name }) => name) : [])
  const days: WeekSlot[][] = Array.from({ length: weeks * 7 }, () => [])
  if (!read) return null
  for (let week = 0; week < weeks; week++) {
    const from = firstDay + week * 7 * day
    const intervals = withWallDates(() => read.getOpenIntervals(new WallDate(from), new WallDate(from + 7 * day)))
    for (const [opens, closes, isUncertain, said] of intervals) {
      // The library says the name of the holiday where it opens on one.
      const comment = said === undefined || (!isUncertain && holidays.has(said)) ? null : said
      if (isUncertain !== (comment !== null)) return null
      for (let start = opens.getTime(); start < closes.getTime(); ) {
        const midnight = Math.floor(start / day) * day
        const end = Math.min(closes.getTime(), midnight + day)
        days[Math.round((midnight - firstDay) / day)]?.push({
          opens: timeOf((start - midnight) / 60_000),
          closes: timeOf((end - midnight) / 60_000),
          comment,
        })
        start = end
      }
    }
  }
  return days
}

function tableOf(
  days: readonly Day[],
  special: { public: ReadonlySet<number>; school: ReadonlySet<number> | null },
): ReadWeek {
  const all = days.map((slots, index) => ({ index, slots }))
  const inSchoolHolidays = all.filter(({ index }) => special.school?.has(index) && !special.public.has(index))
  const usual = all.filter(({ index }) => !special.school?.has(index) && !special.public.has(index))
  const onHolidays = all.filter(({ index }) => special.public.has(index))
  const holiday = onHolidays[0]?.slots ?? null
  const schoolWeek = special.school && commonWeek(inSchoolHolidays)
  if (!onHolidays.every(({ slots }) => sameSlots(slots, holiday ?? []))) return { reason: 'holidays' }
  if (special.school && !schoolWeek) return { reason: 'holidays' }
  const rest = { publicHolidays: holiday, schoolHolidays: schoolWeek && withNights(schoolWeek, false) }
  const week = commonWeek(usual)
  if (week) return { hours: { week: withNights(week, true), evenWeek: null, ...rest } }
  const oddWeek = commonWeek(usual.filter(({ index }) => Math.floor(index / 7) % 2 === 0))
  const evenWeek = commonWeek(usual.filter(({ index }) => Math.floor(index / 7) % 2 === 1))
  if (!oddWeek || !evenWeek) return { reason: 'rhythm' }
  return { hours: { week: withNights(oddWeek, false), evenWeek: withNights(evenWeek, false), ...rest } }
}

/** The slots that each day of the week has on all these days; null when they differ. */
function commonWeek(days: readonly { index: number; slots: Day }[]): Day[] | null {
  const week = Array.from({ length: 7 }, (_, weekday) => days.find(({ index }) => index % 7 === weekday)?.slots ?? [])
  return days.every(({ index, slots }) => sameSlots(slots, week[index % 7] ?? [])) ? week : null
}

/**
 * A night that midnight cut in two made whole again.
 *
 * @param isRound whether Monday follows Sunday
 */
function withNights(week: readonly Day[], isRound: boolean): Week {
  const whole = week.map((slots) => [...slots])
  for (let weekday = 0; weekday < (isRound ? 7 : 6); weekday++) {
    const evening = whole[weekday]?.at(-1)
    const morning = whole[(weekday + 1) % 7]?.[0]
    if (evening?.closes !== '24:00' || evening.opens === '00:00' || morning?.opens !== '00:00') continue
    if (morning.comment !== evening.comment || minutesOf(morning.closes) > minutesOf(evening.opens)) continue
    whole[weekday]?.splice(-1, 1, { ...evening, closes: morning.closes })
    whole[(weekday + 1) % 7]?.shift()
  }
  return whole
}

/** The public holidays of a département among the days looked at: their number, and their name. */
function holidaysOf(departmentCode: string): { index: number; name: string }[] {
  const read = readHours('PH', departmentCode)
  const intervals = read
    ? withWallDates(() => read.getOpenIntervals(new WallDate(firstDay), new WallDate(firstDay + weeks * 7 * day)))
    : []
  return intervals.map(([from, , , name]) => ({
    index: Math.round((from.getTime() - firstDay) / day),
    name: name ?? '',
  }))
}

function schoolDaysOf(departmentCode: string): Set<number> {
  const zone = schoolZoneOf(departmentCode)
  const numberOf = (date: string) => (Date.parse(date) - firstDay) / day
  return new Set(
    (zone ? schoolHolidays(zone) : []).flatMap(({ from, to }) => daysBetween(numberOf(from), numberOf(to) + 1)),
  )
}

const daysBetween = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
