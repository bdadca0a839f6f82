import 'server-only'
import { db, queryFast } from '@/lib/db'
import { type Closure, closureOf } from '@/lib/hours/closure'
import { listHubs } from '@/lib/hubs/queries'
import { Prisma } from '@/prisma/client/client'
import type { PlaceKind } from '@/prisma/client/enums'
import { facetsByParameter, kindFacets } from './facets-by-parameter'
import type { MapLegend, MapPlace } from './map-data'

/** The hubs at work, and what the values of parameters ask for. */
export async function getMapLegend(): Promise<MapLegend> {
  const hubs = await listHubs()
  return {
    hubs: hubs.map(({ slug, name, latitude, longitude }) => ({ slug, name, latitude, longitude })),
    kinds: kindFacets(),
    parameters: facetsByParameter(),
  }
}

/** Every published place, in rising order of the numbers of their ids, read by batches. */
export async function listMapPlaces(batch = 5000): Promise<MapPlace[]> {
  const places: MapPlace[] = []
  const kept = new Map<string, string>()
  for (let last = ''; ; ) {
    const rows = await queryFast<Omit<MapPlace, 'id'> & { id: string }>(Prisma.sql`
      SELECT id, latitude, longitude, precision NOT IN ('SURVEYED', 'ADDRESS') AS "isApproximate", facets::text AS facets
      FROM "Place" WHERE status = 'PUBLISHED' AND id > ${last} ORDER BY id LIMIT ${batch}`)
    for (const { id, facets, ...place } of rows) {
      // Most places share their facets: one text for all of them.
      if (!kept.has(facets)) kept.set(facets, facets)
      places.push({ ...place, id: numberOf(id), facets: kept.get(facets) ?? facets })
    }
    last = rows.at(-1)?.id ?? ''
    if (rows.length < batch) return places.sort((a, b) => a.id - b.id)
  }
}

/** A published place as a mark on the map names it. */
export interface NamedPlace {
  id: string
  name: string
  kind: PlaceKind
  departmentCode: string
  openingHours: string | null
  closures: Closure[]
}

/** Those of the ids that are published places. */
export async function listNamedPlaces(ids: readonly string[]): Promise<NamedPlace[]> {
  const places = await db.place.findMany({
    where: { id: { in: ids.filter((id) => /^adp-\d{1,10}$/.test(id)) }, status: 'PUBLISHED' },
    select: {
      id: true,
      name: true,
      kind: true,
      openingHours: true,
      closures: { select: { from: true, to: true } },
      commune: { select: { departmentCode: true } },
    },
  })
  return places.map(({ commune, closures, ...place }) => ({ ...place, ...commune, closures: closures.map(closureOf) }))
}

/** `adp-1234` → 1234 */
export const numberOf = (id: string) => Number(id.slice('adp-'.length))
