import { addDays } from './closure'
import { schoolHolidays, schoolYears, schoolZoneOf } from './school-holidays'

/** `SH`, alone or beside `PH`, at the start of a rule: the only place where days by date mean the same. */
const leading = /^(\s*)(?:(PH)\s*,\s*SH|SH\s*,\s*(PH)|SH)(?![\s]*[-+,]|:)/

/**
 * Hours with the school holidays of a département written as days, since opening_hours lacks the French
 * calendar. Before and after the years that the calendar tells of, such hours are uncertain. Hours without
 * school holidays stay as they are.
 *
 * @returns null where the calendar is not known, or where SH stands in the middle of a rule
 */
export function withSchoolHolidays(hours: string, departmentCode: string): string | null {
  if (!namesSchoolHolidays(hours)) return hours
  const zone = schoolZoneOf(departmentCode)
  if (!zone) return null
  const days = schoolHolidays(zone)
    .map(({ from, to }) => `${osmDay(from)}-${osmDay(to)}`)
    .join(',')
  const written = rulesOf(hours).map((rule) => {
    const [start, , first, last] = leading.exec(rule) ?? []
    if (start === undefined) return rule
    const rest = rule.slice(start.length)
    return first || last ? `PH${rest}; ${days}${rest}` : `${days}${rest}`
  })
  if (written.some(namesSchoolHolidays)) return null
  const before = `2000 Jan 01-${osmDay(addDays(schoolYears.from, -1))} unknown`
  const after = `${osmDay(addDays(schoolYears.to, 1))}-2100 Dec 31 unknown`
  return [...written, before, after].join(';')
}

const osmWords = (hours: string) => hours.replace(/"[^"]*"/g, '')

function namesSchoolHolidays(hours: string): boolean {
  return /\bSH\b/.test(osmWords(hours))
}

/** The rules of hours, which semicolons outside comments part. */
function rulesOf(hours: string): string[] {
  return hours.match(/(?:"[^"]*"|[^";])+/g) ?? []
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function osmDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year} ${months[Number(month) - 1]} ${date}`
}
