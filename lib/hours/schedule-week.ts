const day = 24 * 3600 * 1000

/** The week, from a Monday at midnight UTC, in which an instant falls. */
export interface Week {
  from: Date
  /** Excluded */
  to: Date
}

/** The week, Monday to Monday in UTC, that an instant is in: hours are judged by whole weeks. */
export function weekContaining(at: Date): Week {
  const midnight = Math.floor(at.getTime() / day) * day
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7
  return weekFrom(new Date(midnight - sinceMonday * day))
}

/** The weeks of some instants, each once. */
export function weeksOf(instants: readonly Date[]): Week[] {
  return [...new Map(instants.map(weekContaining).map((week) => [week.from.getTime(), week])).values()]
}

/** @param monday its first day, at midnight UTC */
export function weekFrom(monday: Date): Week {
  return { from: monday, to: new Date(monday.getTime() + 7 * day) }
}
