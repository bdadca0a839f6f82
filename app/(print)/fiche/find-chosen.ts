import 'server-only'
import { getPublishedPlace, type PublishedPlace, resolvePlaceId } from '@/lib/places/queries'
import { mostPlaces } from '@/lib/sheet/schema'

interface Chosen {
  places: PublishedPlace[]
  /** More were chosen than a page holds */
  isCut: boolean
  /** Some of those chosen are no longer published */
  isMissing: boolean
}

/** The first places of those chosen, in their order; an id that became another's stands for it. */
export async function findChosen(ids: readonly string[]): Promise<Chosen> {
  const found = await Promise.all(ids.slice(0, mostPlaces).map(findPlace))
  const places = found.filter((place) => place !== null)
  return {
    places: places.filter(({ id }, index) => places.findIndex((other) => other.id === id) === index),
    isCut: ids.length > mostPlaces,
    isMissing: places.length < found.length,
  }
}

async function findPlace(id: string): Promise<PublishedPlace | null> {
  const place = await getPublishedPlace(id)
  if (place) return place
  const other = await resolvePlaceId(id)
  return other && other !== id ? getPublishedPlace(other) : null
}
