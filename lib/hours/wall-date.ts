/** A text of 500 characters can ask for centuries of work; real ones need a few thousand dates. */
const datesAtMost = 200_000
let datesLeft = Number.POSITIVE_INFINITY

/**
 * A date whose local fields are its UTC fields: it holds what a clock on a wall shows, which has no
 * missing and no repeated hour, whatever zone the server runs in.
 */
export class WallDate extends Date {
  constructor(
    first?: number | string | Date,
    month?: number,
    day = 1,
    hours = 0,
    minutes = 0,
    seconds = 0,
    milliseconds = 0,
  ) {
    datesLeft -= 1
    if (datesLeft < 0) throw new RangeError('these opening hours take too long to judge')
    if (first === undefined) super()
    else if (month === undefined) super(first)
    else super(Date.UTC(Number(first), month, day, hours, minutes, seconds, milliseconds))
  }

  override getFullYear(): number {
    return this.getUTCFullYear()
  }
  override getMonth(): number {
    return this.getUTCMonth()
  }
  override getDate(): number {
    return this.getUTCDate()
  }
  override getDay(): number {
    return this.getUTCDay()
  }
  override getHours(): number {
    return this.getUTCHours()
  }
  override getMinutes(): number {
    return this.getUTCMinutes()
  }
  override getSeconds(): number {
    return this.getUTCSeconds()
  }
  override getTimezoneOffset(): number {
    return 0
  }
  override setHours(...parts: [hours: number, minutes?: number, seconds?: number, milliseconds?: number]): number {
    return this.setUTCHours(...(parts as [number]))
  }
  override setDate(day: number): number {
    return this.setUTCDate(day)
  }
}

/**
 * Runs some synchronous work in which `new Date(…)` makes wall dates: the opening_hours library builds
 * and reads dates by their local fields, which are otherwise those of the server's own zone, where an
 * hour of another zone may not exist. Nothing else runs meanwhile: JavaScript has one thread.
 *
 * @throws RangeError when the work makes too many dates: it would keep every visitor waiting
 */
export function withWallDates<T>(work: () => T): T {
  const real = globalThis.Date
  datesLeft = datesAtMost
  globalThis.Date = WallDate as unknown as DateConstructor
  try {
    return work()
  } finally {
    globalThis.Date = real
    datesLeft = Number.POSITIVE_INFINITY
  }
}
