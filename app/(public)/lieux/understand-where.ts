import { isAddressLike, partsOfAddress } from '@/lib/geocoding/address-like'
import { findAddress } from '@/lib/geocoding/geocoder'
import { resolveWhere, type Where } from '@/lib/search/where'
import { findCommuneOfAddress, findTerritories } from '@/lib/territory/queries'

/** The most communes that share a postcode are 46. */
const namesakesAtMost = 60

/** What a place that was typed means: a commune or a département; an address where it is written like one. */
export async function understandWhere(place: string): Promise<Where> {
  const where = resolveWhere(await findTerritories(place, namesakesAtMost))
  const isNamed = (where.kind === 'found' && !where.isGuess) || where.kind === 'department'
  const isAsked = where.kind === 'ambiguous' && where.isNamesake
  if (isNamed || isAsked || !isAddressLike(place)) return where
  const address = await findAddress(place)
  if (address !== null && address !== 'unknown') return { kind: 'address', address }
  const { words, postcode } = partsOfAddress(place)
  const commune = await findCommuneOfAddress(words, postcode)
  return { kind: 'lostAddress', isServiceDown: address === null, commune }
}
