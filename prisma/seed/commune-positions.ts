import { distanceInMetres, type Position } from '@/lib/territory/distance'
import type { City, OfficialCommune } from './commune-data'
import { groupBy } from './group-by'
import { meanOf } from './mean'
import { matchTowns } from './towns'

export type Located = Position & { precision: 'COMMUNE' | 'POSTCODE' }

/** Metres. A town farther than this from all its fellows may be a namesake. */
const stray = 24_000
/** Metres. The towns of an intercommunality stand for its other communes when none is farther from their middle. */
const compact = 25_000

/**
 * Gives communes the position of their town, and the others an approximate one: the mean of the located
 * communes that share a postcode, else an intercommunality whose towns lie close. A commune that has neither
 * gets none: the middle of its département would mislead.
 *
 * Against the official centres: towns, median 0.9 km, 99 % within 5 km (Guyane aside, whose towns are far
 * from the middle of their forests); by postcode, 6 and 15 km; by intercommunality, 14 and 34 km.
 */
export function locateCommunes(
  communes: readonly OfficialCommune[],
  cities: readonly City[],
  epciOf: ReadonlyMap<string, string>,
): Map<string, Located> {
  const epcisOf = ({ code }: OfficialCommune) => {
    const epci = epciOf.get(code)
    return epci ? [epci] : []
  }
  const towns = matchTowns(communes, cities)
  const current = communes.filter((commune) => commune.type === 'commune-actuelle')
  // Overseas, towns may well be a day's walk from one another.
  const mainland = current.filter((commune) => commune.departement.length === 2)
  for (const code of findStrays(mainland, towns, epcisOf)) towns.delete(code)

  const byPostcode = townsBy(current, towns, (commune) => commune.codesPostaux)
  const townsOfEpci = townsBy(current, towns, epcisOf)
  const byEpci = (commune: OfficialCommune) => {
    const fellows = townsOfEpci(commune)
    const middle = meanOf(fellows)
    return fellows.every((fellow) => distanceInMetres(fellow, middle) < compact) ? fellows : []
  }
  const located = new Map<string, Located>()
  for (const commune of communes) {
    if (commune.chefLieu !== undefined) continue
    const town = towns.get(commune.code)
    const fellows = [byPostcode(commune), byEpci(commune)].find((group) => group.length > 0)
    if (town) located.set(commune.code, { ...town, precision: 'COMMUNE' })
    else if (fellows) located.set(commune.code, { ...meanOf(fellows), precision: 'POSTCODE' })
  }
  return located
}

/**
 * Communes matched with a namesake: a hamlet at the other end of the département lies far from every fellow
 * of the commune's intercommunality, and much farther than these usually lie from one another.
 */
function findStrays(
  communes: readonly OfficialCommune[],
  towns: ReadonlyMap<string, Position>,
  epcisOf: (commune: OfficialCommune) => readonly string[],
): string[] {
  const members = groupBy(
    communes.flatMap((commune) => {
      const town = towns.get(commune.code)
      return town ? epcisOf(commune).map((epci) => [epci, { code: commune.code, town }] as const) : []
    }),
  )
  return [...members.values()].flatMap((fellows) => {
    if (fellows.length < 3) return []
    const gaps = fellows
      .map(({ code, town }) => ({ code, gap: gapTo(town, fellows) }))
      .sort((one, other) => one.gap - other.gap)
    const usual = gaps[Math.floor((gaps.length - 1) / 2)]?.gap ?? 0
    return gaps.filter(({ gap }) => gap > Math.max(stray, 3 * usual)).map(({ code }) => code)
  })
}

/** Metres to the nearest other town. */
function gapTo(town: Position, fellows: readonly { town: Position }[]): number {
  return Math.min(...fellows.flatMap((fellow) => (fellow.town === town ? [] : [distanceInMetres(town, fellow.town)])))
}

/** Looks up the towns of the communes that share a key (a postcode, an intercommunality) with a commune. */
function townsBy(
  communes: readonly OfficialCommune[],
  towns: ReadonlyMap<string, Position>,
  keysOf: (commune: OfficialCommune) => readonly string[],
): (commune: OfficialCommune) => Position[] {
  const groups = groupBy(
    communes.flatMap((commune) => {
      const town = towns.get(commune.code)
      return town ? keysOf(commune).map((key) => [key, town] as const) : []
    }),
  )
  return (commune) => keysOf(commune).flatMap((key) => groups.get(key) ?? [])
}
