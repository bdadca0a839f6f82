import { timeZoneOf } from '@/lib/territory/time-zone'
import { holidayStateOf } from './holiday-state'
import { type SchoolZone, schoolZoneOf } from './school-holidays'

/** A département of each zone of schools */
const ofZone: Readonly<Record<SchoolZone, string>> = { A: '01', B: '02', C: '09' }

/**
 * The département that stands for all those where these hours open at the same instants: the same clocks, the same
 * public holidays and, where the hours tell of them (`SH`), the same school holidays. Most of France is one.
 */
export function sameClockDepartment(hours: string, departmentCode: string): string {
  const isParis = timeZoneOf(departmentCode) === timeZoneOf('75')
  if (!isParis || holidayStateOf(departmentCode) !== holidayStateOf('75')) return departmentCode
  if (!/sh/i.test(hours)) return '75'
  const zone = schoolZoneOf(departmentCode)
  return zone ? ofZone[zone] : departmentCode
}
