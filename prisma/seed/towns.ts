import type { Position } from '@/lib/territory/distance'
import { searchNameOf } from '@/lib/territory/search-name'
import type { City, OfficialCommune } from './commune-data'
import { groupBy } from './group-by'
import { meanOf } from './mean'

/** GeoNames counts these départements as countries. */
const departmentOf: Record<string, string | undefined> = { GP: '971', MQ: '972', GF: '973', RE: '974' }
/** Territories of one commune. */
const communeOf: Record<string, string | undefined> = { BL: '97701', MF: '97801' }
/** The code of an arrondissement is this and its number. */
const arrondissementBase: Record<string, number> = { Paris: 75_100, Lyon: 69_380, Marseille: 13_200 }

/**
 * The town of each commune that GeoNames knows for sure, by INSEE code: the one of the same name in the same
 * département when it is alone to bear it there, or the one filed under the commune's own code.
 */
export function matchTowns(communes: readonly OfficialCommune[], cities: readonly City[]): Map<string, Position> {
  const townsNamed = groupBy(
    cities.flatMap((city) => {
      const department = city.country === 'FR' ? city.admin2 : departmentOf[city.country]
      return department ? [[nameKey(department, city.name), positionOf(city)] as const] : []
    }),
  )
  const townsFiled = groupBy(
    cities.flatMap((city) => {
      const code = communeFiledUnder(city)
      return code ? [[code, city] as const] : []
    }),
  )
  const bearers = groupBy(communes.map((commune) => [nameKey(commune.departement, commune.nom), commune] as const))

  const townOf = (commune: OfficialCommune): Position | undefined => {
    const filed = townsFiled.get(commune.code)
    if (filed) {
      const namesakes = filed.filter((city) => searchNameOf(city.name) === searchNameOf(commune.nom))
      return meanOf((namesakes.length > 0 ? namesakes : filed).map(positionOf))
    }
    const key = nameKey(commune.departement, commune.nom)
    const isAlone = new Set(bearers.get(key)?.map((bearer) => bearer.chefLieu ?? bearer.code)).size === 1
    const [town, another] = townsNamed.get(key) ?? []
    return isAlone && !another ? town : undefined
  }
  const towns = new Map<string, Position>()
  // A merged commune counts where the new one took its code over: the town hall is there.
  for (const isFormer of [false, true])
    for (const commune of communes) {
      if ((commune.chefLieu !== undefined) !== isFormer || towns.has(commune.code)) continue
      if (isFormer && commune.code !== commune.chefLieu) continue
      const town = townOf(commune)
      if (town) towns.set(commune.code, town)
    }
  return towns
}

/** The INSEE code of the commune that GeoNames says a town lies in, where it says so. */
function communeFiledUnder(city: City): string | undefined {
  if (city.country === 'FR') {
    const [, town, number] = /^(Paris|Lyon|Marseille) (\d\d)(?: |$)/.exec(city.name) ?? []
    const base = arrondissementBase[town ?? '']
    return base ? String(base + Number(number)) : undefined
  }
  if (/^(PM|YT|WF|NC|PF)$/.test(city.country))
    return [city.admin1, city.admin2].find((code) => /^9[78]\d{3}$/.test(code))
  return communeOf[city.country]
}

function nameKey(departmentCode: string, name: string): string {
  return `${departmentCode} ${searchNameOf(name)}`
}

function positionOf(city: City): Position {
  return { latitude: city.lat, longitude: city.lng }
}
