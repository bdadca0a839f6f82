import 'server-only'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { getLocalPath } from '@/components/site/local-path'
import { getPublishedPlace, type PublishedPlace, resolvePlaceId } from '@/lib/places/queries'

export interface PlaceProps {
  params: Promise<{ id: string }>
}

/** Read once a request: the page and its metadata ask for the same place. */
const readPlace = cache(getPublishedPlace)

export async function placeOf(params: PlaceProps['params']): Promise<PublishedPlace | null> {
  return readPlace(await idOf(params))
}

/**
 * The place of an address; an id that became another's leads there for good.
 *
 * @param page what follows the place in the address: `/fiche`
 */
export async function findPlace(params: PlaceProps['params'], page = ''): Promise<PublishedPlace> {
  const id = await idOf(params)
  const place = await readPlace(id)
  if (place) return place
  const other = await resolvePlaceId(id)
  if (other && other !== id) permanentRedirect((await getLocalPath())(`/lieux/${other}${page}`))
  notFound()
}

async function idOf(params: PlaceProps['params']): Promise<string> {
  const { id } = await params
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
