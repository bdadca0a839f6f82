import 'server-only'
import { findDepartmentAt } from '@/lib/territory/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { Search } from './schema'

/** The IANA zone of the place that a search is about: when somebody there says "at ten", ten on which clocks? */
export async function searchTimeZone({ near, communeCodes, departmentCodes }: Search): Promise<string> {
  const [code] = [...communeCodes, ...departmentCodes]
  if (near) return timeZoneOf((await findDepartmentAt(near.latitude, near.longitude)) ?? '')
  return timeZoneOf(code ? (/^(9[78]\d|.{2})/.exec(code)?.[0] ?? '') : '')
}
