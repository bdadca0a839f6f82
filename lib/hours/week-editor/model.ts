/** Local times, `09:00`. `closes` is `24:00` at midnight, and stands on the next day when it does not follow `opens`. */
export interface WeekSlot {
  opens: string
  closes: string
  /** "sur rendez-vous": the place is then perhaps open */
  comment: string | null
}

/** Seven days, Monday first; a day without slots is closed. */
export type Week = readonly (readonly WeekSlot[])[]

/** Opening hours that a week's table can draw whole. */
export interface WeekHours {
  /** Of every week, or of the odd ones where the even ones differ */
  week: Week
  evenWeek: Week | null
  /** Null: the same as on any day */
  publicHolidays: readonly WeekSlot[] | null
  schoolHolidays: Week | null
}

export const closedWeek: Week = Array.from({ length: 7 }, () => [])

/** Why hours stay a text: no table can draw them. */
export type Undrawable = 'unreadable' | 'dates' | 'openEnd' | 'comment' | 'rhythm' | 'holidays' | 'other'

const minutesADay = 1440

/** `09:30` → 570 */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** 570 → `09:30`; a whole day is `24:00` */
export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Whether a slot goes on after midnight. */
export function isNight({ opens, closes }: WeekSlot): boolean {
  return minutesOf(closes) <= minutesOf(opens)
}

/** When a slot ends, in minutes since the midnight that its day starts with. */
export function endOf(slot: WeekSlot): number {
  return minutesOf(slot.closes) + (isNight(slot) ? minutesADay : 0)
}

/** Whether two days open alike, to be told and typed as one. */
export const sameSlots = (one: readonly WeekSlot[], other: readonly WeekSlot[]) =>
  JSON.stringify(one) === JSON.stringify(other)

/** Days with the same slots together, in the order of their first day, Monday being 0. */
export function daysAlike(week: Week): { days: number[]; slots: readonly WeekSlot[] }[] {
  const groups: { days: number[]; slots: readonly WeekSlot[] }[] = []
  for (const [day, slots] of week.entries()) {
    const group = groups.find((each) => sameSlots(each.slots, slots))
    if (group) group.days.push(day)
    else groups.push({ days: [day], slots })
  }
  return groups
}

/** Days in a row as pairs of their first and last: 0, 1, 2, 5 → [0, 2], [5, 5]. */
export function stretchesOf(days: readonly number[]): [first: number, last: number][] {
  const stretches: [number, number][] = []
  for (const day of days) {
    const last = stretches.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else stretches.push([day, day])
  }
  return stretches
}
