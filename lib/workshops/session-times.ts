import { instantOf } from '@/lib/hours/zone-clock'

/** When a session takes place, on the place's own clock. */
export interface SessionRequest {
  /** `YYYY-MM-DD`, of the first session */
  date: string
  /** `HH:MM` */
  starts: string
  ends: string
  /** How many sessions; one unless told */
  count?: number
  /** Weeks from one to the next; one unless told */
  every?: number
}

/** The instants of each session: the same time of the wall every time, whatever the clocks do in between. */
export function sessionTimes({ date, starts, ends, count = 1, every = 1 }: SessionRequest, timeZone: string) {
  const step = every * 7 * 24 * 3600 * 1000
  const at = (time: string, n: number) => instantOf(timeZone, Date.parse(`${date}T${time}:00Z`) + n * step)
  return Array.from({ length: count }, (_, n) => ({ startsAt: at(starts, n), endsAt: at(ends, n) }))
}

/** Of one session. */
export function sessionTime(request: Omit<SessionRequest, 'count' | 'every'>, timeZone: string) {
  const at = (time: string) => instantOf(timeZone, Date.parse(`${request.date}T${time}:00Z`))
  return { startsAt: at(request.starts), endsAt: at(request.ends) }
}
