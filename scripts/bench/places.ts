import { db } from '@/lib/db'
import { ensureSchedules, scheduleKey } from '@/lib/hours/mutations'
import { Prisma } from '@/prisma/client/client'

/** Twenty ordinary weeks, in each département. */
const hours = Array.from(
  { length: 20 },
  (_, index) => `Mo-Fr 0${8 + (index % 2)}:${10 + index}-12:00,14:00-1${6 + (index % 3)}:30; PH off`,
)

/** The way of the place numbered `n`: some are those of thousands of places, most of one or two. */
const way = (n: Prisma.Sql) => Prisma.sql`floor(8000 * power(abs(hashtext('n' || ${n})) % 100000 / 100000.0, 3))::int`

/**
 * Fills an empty database with places, the same each time, scattered around communes by population. Each is
 * of one of sixty networks, some large and most small, and does nearly what its network does: as in the
 * national files, places have the same facets by the hundred, or alone.
 */
export async function fillWithPlaces(count: number): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const departments = await tx.department.findMany({ select: { code: true } })
      const wanted = departments.flatMap(({ code }) =>
        hours.map((openingHours) => ({ openingHours, departmentCode: code })),
      )
      const ids = await ensureSchedules(tx, wanted)
      const schedules = wanted.map((each, index) => ({
        ...each,
        id: ids.get(scheduleKey(each)),
        rank: 1 + (index % hours.length),
      }))
      await tx.$executeRaw`SELECT setseed(0.41)`
      // What a place does is drawn once for each of 8,000 ways: a quarter of the values by network, and one
      // in sixty-four otherwise than the network.
      await tx.$executeRaw`
        CREATE FUNCTION pg_temp.drawn(choices anyarray, way int) RETURNS anyarray LANGUAGE sql AS $$
          SELECT coalesce(array_agg(v), '{}') FROM unnest(choices) v
          WHERE (abs(hashtext(way % 60 || v::text)) % 4 = 0) <> (abs(hashtext(way || '/' || v::text)) % 64 = 0) $$`
      await tx.$executeRaw`
        CREATE TEMP TABLE ways ON COMMIT DROP AS
        SELECT way, (enum_range(NULL::"PlaceKind"))[1 + way % 60 % 4] AS kind,
          pg_temp.drawn(enum_range(NULL::"Service"), way) AS services, pg_temp.drawn(enum_range(NULL::"Fee"), way) AS fees,
          pg_temp.drawn(enum_range(NULL::"Audience"), way) AS audiences, pg_temp.drawn(enum_range(NULL::"Label"), way) AS labels,
          pg_temp.drawn(enum_range(NULL::"SpecialCare"), way) AS "specialCare",
          pg_temp.drawn(enum_range(NULL::"Programme"), way) AS programmes,
          pg_temp.drawn(enum_range(NULL::"AccessMode"), way) AS "accessModes",
          pg_temp.drawn(enum_range(NULL::"SupportMode"), way) AS "supportModes"
        FROM generate_series(0, 7999) way`
      await tx.$executeRaw`
        INSERT INTO "Place" (status, kind, name, address, postcode, "communeCode", latitude, longitude, precision, phone,
          emails, websites, "openingHours", "scheduleId", summary, fees, audiences, "specialCare", programmes,
          "accessModes", "supportModes", labels, "publishedAt", "updatedAt")
        SELECT 'PUBLISHED', w.kind, 'Espace numérique ' || n, n || ' rue des Lilas',
          coalesce(c.postcodes[1], '00000'), c.code, c.latitude + (random() - 0.5) / 20,
          c.longitude + (random() - 0.5) / 20, 'ADDRESS', '+33199001234', ARRAY['contact@example.org'],
          ARRAY['https://example.org/' || n], h."openingHours", h.id, 'Un lieu où se faire aider, près de chez soi.',
          w.fees, w.audiences, w."specialCare", w.programmes, w."accessModes", w."supportModes", w.labels, now(), now()
        FROM (
          SELECT code, latitude, longitude, postcodes, "departmentCode", row_number() OVER (ORDER BY population DESC, code) AS rank
          FROM "Commune" WHERE latitude IS NOT NULL) c
        JOIN generate_series(1, ${count}::int) n ON c.rank = 1 + (n * 7919) % 5000
        JOIN jsonb_to_recordset(${JSON.stringify(schedules)}::jsonb)
          AS h (id int, rank int, "openingHours" text, "departmentCode" text)
          ON h."departmentCode" = c."departmentCode" AND h.rank = 1 + n % ${hours.length}::int
        JOIN ways w ON w.way = ${way(Prisma.sql`n`)}
        ORDER BY n`
      await tx.$executeRaw`
        INSERT INTO "PlaceService" ("placeId", service)
        SELECT p.id, unnest(w.services) FROM "Place" p
        JOIN ways w ON w.way = ${way(Prisma.sql`split_part(p.name, ' ', 3)`)}`
    },
    { timeout: 600_000 },
  )
  await db.$executeRaw`VACUUM ANALYZE`
}
