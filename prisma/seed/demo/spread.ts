import type { Precision } from '@/prisma/client/enums'
import { groupBy } from '../group-by'
import type { Random } from './random'

export interface DemoCommune {
  code: string
  name: string
  postcodes: string[]
  population: number
  departmentCode: string
  regionCode: string
  parentCode: string | null
  latitude: number
  longitude: number
  precision: Precision
}

/** Towns that people try first, and how many places each gets besides its share. */
const guaranteed: Record<string, number> = { '37261': 8, '41018': 8, '45234': 8, '28085': 4, '28229': 3 }
const leastPerDepartment = 4
/** One place in so many stands in a village whose own position is approximate. */
const approximateEvery = 16

/**
 * Communes for so many places, one a place: every département gets some, the more people the more places; cities
 * cut into arrondissements give way to these. Communes whose position is a neighbour's are rare.
 */
export function spreadPlaces(communes: readonly DemoCommune[], count: number, random: Random): DemoCommune[] {
  const cut = new Set(communes.map(({ parentCode }) => parentCode))
  const eligible = communes.filter(({ code, postcodes }) => !cut.has(code) && postcodes.length > 0)
  const byDepartment = groupBy(eligible.map((commune) => [commune.departmentCode, commune] as const))
  const chosen = eligible.flatMap((commune) => Array<DemoCommune>(guaranteed[commune.code] ?? 0).fill(commune))
  const shares = shareOut(
    [...byDepartment].map(([department, members]) => ({
      department,
      people: members.reduce((sum, { population }) => sum + population, 0),
    })),
    count - chosen.length,
  )
  for (const [department, places] of shares) {
    const members = byDepartment.get(department) ?? []
    const towns = members.filter(({ precision }) => precision !== 'POSTCODE')
    const villages = members.filter(({ precision }) => precision === 'POSTCODE')
    for (let place = 0; place < places; place++) {
      const isVillage = villages.length > 0 && (towns.length === 0 || random.whole(1, approximateEvery) === 1)
      // Small towns have more places for their people than cities.
      chosen.push(random.weighted(isVillage ? villages : towns, ({ population }) => (population + 200) ** 0.7))
    }
  }
  return chosen
}

/** Largest remainders, after the least that each département gets. */
function shareOut(departments: readonly { department: string; people: number }[], count: number): Map<string, number> {
  const all = departments.reduce((sum, { people }) => sum + people, 0)
  const free = count - departments.length * leastPerDepartment
  const shares = departments.map(({ department, people }) => ({ department, share: (free * people) / all }))
  let left = free - shares.reduce((sum, { share }) => sum + Math.floor(share), 0)
  return new Map(
    shares
      .sort((one, other) => (other.share % 1) - (one.share % 1))
      .map(({ department, share }) => [department, leastPerDepartment + Math.floor(share) + (left-- > 0 ? 1 : 0)]),
  )
}
