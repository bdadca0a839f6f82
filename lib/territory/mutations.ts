import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import type { OfficialCommune } from './official-commune'

export interface CommunesImported {
  added: number
  updated: number
  unchanged: number
  /** Communes that the list does not name; they stay, as places may be there */
  absent: number
  /** Places that stood in the middle of their commune, moved to its official centre; still approximate */
  movedPlaces: number
}

const batch = 2000

/**
 * Brings communes up to date with the official list, all or none: names, postcodes, populations, positions. What
 * the list does not say of a commune stays. Nothing is deleted. The same list again changes nothing.
 *
 * @throws UserError when a commune's département does not exist, and what reading the list throws
 */
export async function importCommunes(
  list: AsyncIterable<OfficialCommune>,
  onProgress: (read: number) => void = () => {},
): Promise<CommunesImported> {
  return db.$transaction(
    async (tx) => {
      const totals = { added: 0, updated: 0, movedPlaces: 0 }
      const before = await tx.commune.count()
      let read = 0
      for await (const communes of inBatches(list)) {
        await refuseUnknownDepartments(tx, communes)
        totals.movedPlaces += await moveApproximatePlaces(tx, communes)
        const written = await write(tx, communes)
        totals.added += written.filter(({ isNew }) => isNew).length
        totals.updated += written.filter(({ isNew }) => !isNew).length
        read += communes.length
        onProgress(read)
      }
      const { added, updated } = totals
      return { ...totals, unchanged: read - added - updated, absent: before - (read - added) }
    },
    { timeout: 300_000, maxWait: 20_000 },
  )
}

async function* inBatches(list: AsyncIterable<OfficialCommune>): AsyncGenerator<OfficialCommune[]> {
  let communes: OfficialCommune[] = []
  for await (const commune of list) {
    communes.push(commune)
    if (communes.length < batch) continue
    yield communes
    communes = []
  }
  if (communes.length > 0) yield communes
}

async function refuseUnknownDepartments(tx: Transaction, communes: readonly OfficialCommune[]) {
  const known = new Set((await tx.department.findMany({ select: { code: true } })).map(({ code }) => code))
  const stranger = communes.find(({ departmentCode }) => !known.has(departmentCode))
  if (stranger) {
    throw new UserError(`La commune ${stranger.code} est d’un département inconnu : ${stranger.departmentCode}.`)
  }
}

/** @returns the communes that were added or differed */
function write(tx: Transaction, communes: readonly OfficialCommune[]): Promise<{ isNew: boolean }[]> {
  return tx.$queryRaw`
    INSERT INTO "Commune" AS known (code, name, "searchName", postcodes, population, "epciCode",
      latitude, longitude, precision, "departmentCode")
    SELECT code, name, "searchName", postcodes, coalesce(population, 0), "epciCode",
      latitude, longitude, CASE WHEN latitude IS NOT NULL THEN 'SURVEYED'::"Precision" END, "departmentCode"
    FROM jsonb_populate_recordset(NULL::"Commune", ${JSON.stringify(communes)}::jsonb)
    ON CONFLICT (code) DO UPDATE SET
      name = excluded.name, "searchName" = excluded."searchName", postcodes = excluded.postcodes,
      population = CASE WHEN excluded.population > 0 THEN excluded.population ELSE known.population END,
      "epciCode" = coalesce(excluded."epciCode", known."epciCode"),
      latitude = coalesce(excluded.latitude, known.latitude),
      longitude = coalesce(excluded.longitude, known.longitude),
      precision = coalesce(excluded.precision, known.precision),
      "departmentCode" = excluded."departmentCode"
    WHERE (known.name, known.postcodes, known.population, known."epciCode", known.latitude, known.longitude,
        known.precision, known."departmentCode")
      IS DISTINCT FROM (excluded.name, excluded.postcodes,
        CASE WHEN excluded.population > 0 THEN excluded.population ELSE known.population END,
        coalesce(excluded."epciCode", known."epciCode"), coalesce(excluded.latitude, known.latitude),
        coalesce(excluded.longitude, known.longitude), coalesce(excluded.precision, known.precision),
        excluded."departmentCode")
    RETURNING (xmax = 0) AS "isNew"`
}

/** Moves the places that stand where their commune stood to where it will; their history tells it. */
function moveApproximatePlaces(tx: Transaction, communes: readonly OfficialCommune[]): Promise<number> {
  return tx.$executeRaw`
    WITH moved AS (
      SELECT p.id, p.version, p.latitude, p.longitude, p.precision,
        centre.latitude AS "newLatitude", centre.longitude AS "newLongitude"
      FROM jsonb_to_recordset(${JSON.stringify(communes)}::jsonb)
        AS centre (code text, latitude float8, longitude float8)
      JOIN "Commune" c ON c.code = centre.code
      JOIN "Place" p ON p."communeCode" = c.code
      WHERE p.precision IN ('COMMUNE', 'POSTCODE') AND p.latitude = c.latitude AND p.longitude = c.longitude
        AND (centre.latitude <> p.latitude OR centre.longitude <> p.longitude)
      FOR UPDATE OF p
    ), updated AS (
      UPDATE "Place" p SET latitude = moved."newLatitude", longitude = moved."newLongitude", precision = 'COMMUNE',
        version = p.version + 1, "updatedAt" = now()
      FROM moved WHERE p.id = moved.id
    )
    INSERT INTO "PlaceRevision" (id, "placeId", version, before, after, reason)
    SELECT gen_random_uuid(), id, version + 1,
      jsonb_build_object('latitude', latitude, 'longitude', longitude, 'precision', precision),
      jsonb_build_object('latitude', "newLatitude", 'longitude', "newLongitude", 'precision', 'COMMUNE'),
      'Position officielle de la commune'
    FROM moved`
}
