import type { Search } from '@/lib/search/schema'
import type { Where } from '@/lib/search/where'
import type { Position } from '@/lib/territory/distance'

/** Where a place that was typed stands; null for a territory, or what is not known. */
export function positionOf(where: Where): Position | null {
  if (where.kind === 'address') return where.address
  const commune = where.kind === 'found' || where.kind === 'lostAddress' ? where.commune : null
  if (commune?.latitude == null || commune.longitude == null) return null
  return { latitude: commune.latitude, longitude: commune.longitude }
}

/** What the search is narrowed to where there is no position to start from. */
export function territoryOf(where: Where | null): Partial<Pick<Search, 'communeCodes' | 'departmentCodes'>> {
  if (where?.kind === 'department') return { departmentCodes: [where.department.code] }
  const commune = where?.kind === 'found' || where?.kind === 'lostAddress' ? where.commune : null
  return commune ? { communeCodes: [commune.code] } : {}
}
