import { daysAlike, isNight, stretchesOf, type Week, type WeekHours, type WeekSlot } from './model'

const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** Odd weeks follow one another at the end of some years: 53, then 1. */
const odd = 'week 1-53/2 '
const even = 'week 2-52/2 '

/**
 * A week's table as OSM `opening_hours`. Later rules replace earlier ones on the same days: school holidays
 * the usual week, public holidays both. A night goes on after midnight only where the next day's rule adds
 * to it, so nights are written with commas.
 */
export function writeHours({ week, evenWeek, publicHolidays, schoolHolidays }: WeekHours): string {
  const usual = evenWeek ? [...weekRules(week, odd), ...weekRules(evenWeek, even)] : weekRules(week, '')
  const hasNights = [...week, ...(evenWeek ?? [])].flat().some(isNight)
  const special = [
    ...(schoolHolidays ? schoolRules(schoolHolidays) : []),
    ...(publicHolidays ? [dayRules('PH ', publicHolidays)] : []),
  ]
  return [usual.join(hasNights ? ', ' : '; '), ...special].filter(Boolean).join('; ') || 'off'
}

function weekRules(week: Week, prefix: string): string[] {
  return daysAlike(week)
    .filter(({ slots }) => slots.length > 0)
    .map(({ days, slots }) => dayRules(`${prefix}${dayList(days)} `, slots))
}

function schoolRules(week: Week): string[] {
  return daysAlike(week).map(({ days, slots }) => dayRules(days.length === 7 ? 'SH ' : `SH ${dayList(days)} `, slots))
}

/** A rule for each comment, the second adding to the first. */
function dayRules(prefix: string, slots: readonly WeekSlot[]): string {
  if (slots.length === 0) return `${prefix}off`
  const comments = [...new Set(slots.map(({ comment }) => comment))]
  return comments
    .map((comment) => {
      const times = slots.filter((slot) => slot.comment === comment).map(({ opens, closes }) => `${opens}-${closes}`)
      return `${prefix}${times.join(',')}${comment === null ? '' : ` "${comment}"`}`
    })
    .join(', ')
}

function dayList(days: readonly number[]): string {
  return stretchesOf(days)
    .map(([first, last]) => {
      const joint = last - first === 1 ? ',' : '-'
      return first === last ? names[first] : `${names[first]}${joint}${names[last]}`
    })
    .join(',')
}
