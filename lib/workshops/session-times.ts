import { instantOf } from '@/lib/hours/zone-clock'

/** When a session takes place, on the place's own clock. */
export interface SessionRequest {
  /** `YYYY-MM-DD`, of the first session */
  date: string
  /** `HH:MM` */
  starts: string
  ends: string
  /** How many sessions, a week apart */
  count: number
}

/** The instants of each session: the same time of the wall every week, whatever the clocks do in between. */
export function sessionTimes({ date, starts, ends, count }: SessionRequest, timeZone: string) {
  const week = 7 * 24 * 3600 * 1000
  const at = (time: string, n: number) => instantOf(timeZone, Date.parse(`${date}T${time}:00Z`) + n * week)
  return Array.from({ length: count }, (_, n) => ({ startsAt: at(starts, n), endsAt: at(ends, n) }))
}
