import { type Slot, weekOf } from './week'

/** Days in a row that keep the same hours, Monday being 0. */
export interface DayGroup {
  from: number
  to: number
  slots: Slot[]
}

const week = 7 * 24 * 3600 * 1000
const weeksTried = 8

/**
 * The hours of a week like most, for a sheet that will be read later: the first one to come without a
 * public holiday; days in a row with the same hours are told together.
 *
 * @returns null when the hours cannot be read
 */
export function usualWeek(hours: string, departmentCode: string, at: Date): DayGroup[] | null {
  const monday = mondayAfter(at)
  for (let tried = 0; tried < weeksTried; tried++) {
    const days = weekOf(hours, departmentCode, new Date(monday + tried * week))
    if (!days) return null
    const isLast = tried === weeksTried - 1
    if (isLast || days.every(({ holiday }) => holiday === null)) return grouped(days.map(({ slots }) => slots))
  }
  return null
}

/** Noon UTC of the next Monday: the same day from one end of France to the other, but for the Pacific. */
function mondayAfter(at: Date): number {
  const noon = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12)
  return noon + ((8 - at.getUTCDay()) % 7 || 7) * 24 * 3600 * 1000
}

/** Days in a row with the same hours together, the first being 0. */
export function grouped(days: readonly Slot[][]): DayGroup[] {
  const groups: DayGroup[] = []
  for (const [index, slots] of days.entries()) {
    const last = groups.at(-1)
    if (last && JSON.stringify(last.slots) === JSON.stringify(slots)) last.to = index
    else groups.push({ from: index, to: index, slots })
  }
  return groups
}
