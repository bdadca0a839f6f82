import { instantOf } from './zone-clock'

/** An exceptional closure: whole days of the place's own calendar, as `YYYY-MM-DD`, both included. */
export interface Closure {
  from: string
  to: string
}

interface Stretch {
  from: Date
  to: Date
}

/** @param from and `to`: days, as columns hold them, at midnight UTC */
export function closureOf({ from, to }: Stretch): Closure {
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) }
}

/** How long before it starts a closure is announced, in days. */
const announcedDays = 15

/** The closures that go on at a day of the place's calendar, or start soon enough to be announced. */
export function announcedClosures<C extends Closure>(closures: readonly C[], today: string): C[] {
  const last = addDays(today, announcedDays)
  return closures.filter(({ from, to }) => to >= today && from <= last)
}

/** The closure that a day falls in, the longest to last of them. */
export function closureOn<C extends Closure>(closures: readonly C[], day: string): C | null {
  const going = closures.filter(({ from, to }) => from <= day && day <= to)
  return going.sort((one, other) => (one.to < other.to ? 1 : -1))[0] ?? null
}

/** What is left of some stretches of time once closed days are taken away, in order. */
export function withoutClosures<S extends Stretch>(
  stretches: readonly S[],
  closures: readonly Closure[],
  timeZone: string,
): S[] {
  let left = [...stretches]
  for (const closure of closures) {
    const from = instantOf(timeZone, Date.parse(closure.from))
    const to = instantOf(timeZone, Date.parse(addDays(closure.to, 1)))
    left = left.flatMap((stretch) => [
      ...(stretch.from < from ? [{ ...stretch, to: earlier(stretch.to, from) }] : []),
      ...(stretch.to > to ? [{ ...stretch, from: later(stretch.from, to) }] : []),
    ])
  }
  return left
}

/** @param day `YYYY-MM-DD` */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
}

const earlier = (one: Date, other: Date) => (one < other ? one : other)
const later = (one: Date, other: Date) => (one > other ? one : other)
