import type { NextRequest } from 'next/server'
import { listHubs } from '@/lib/hubs/queries'
import { encodeMapData } from '@/lib/search/map-data'
import { placesForMap } from '@/lib/search/queries'
import { parseSearch } from '@/lib/search/schema'

/** Every place that matches, for the map of `/lieux`, and the hubs. Its parameters are those of the page. */
export async function GET(request: NextRequest): Promise<Response> {
  const { search, problems } = parseSearch(request.nextUrl.searchParams, { without: ['page', 'limite', 'tri'] })
  if (problems.length > 0) {
    return Response.json(
      { type: 'about:blank', title: 'Recherche incomprise', status: 400, errors: problems },
      { status: 400, headers: { 'content-type': 'application/problem+json' } },
    )
  }
  const [places, hubs] = await Promise.all([placesForMap(search), listHubs()])
  const points = [
    ...places,
    ...hubs.map(({ slug, name, latitude, longitude }) => ({
      id: slug,
      name,
      kind: 'HUB' as const,
      latitude,
      longitude,
      isApproximate: false,
    })),
  ]
  return Response.json(encodeMapData(points), { headers: { 'cache-control': 'no-cache' } })
}
