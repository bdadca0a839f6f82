import { db } from '@/lib/db'
import { ensureSchedules } from '@/lib/hours/mutations'

/** Twenty ordinary weeks, in each département. */
const hours = Array.from(
  { length: 20 },
  (_, index) => `Mo-Fr 0${8 + (index % 2)}:${10 + index}-12:00,14:00-1${6 + (index % 3)}:30; PH off`,
)

/** Fills an empty database with places, the same each time, scattered around communes by population. */
export async function fillWithPlaces(count: number): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const departments = await tx.department.findMany({ select: { code: true } })
      await ensureSchedules(
        tx,
        departments.flatMap(({ code }) => hours.map((openingHours) => ({ openingHours, departmentCode: code }))),
      )
      await tx.$executeRaw`SELECT setseed(0.41)`
      await tx.$executeRaw`
        INSERT INTO "Place" (status, kind, name, address, postcode, "communeCode", latitude, longitude, precision, phone,
          emails, websites, "openingHours", "scheduleId", summary, fees, audiences, "specialCare", programmes,
          "accessModes", "supportModes", "publishedAt", "updatedAt")
        SELECT 'PUBLISHED', (enum_range(NULL::"PlaceKind"))[1 + n % 4], 'Espace numérique ' || n, n || ' rue des Lilas',
          coalesce(c.postcodes[1], '00000'), c.code, c.latitude + (random() - 0.5) / 20,
          c.longitude + (random() - 0.5) / 20, 'ADDRESS', '+33199001234', ARRAY['contact@example.org'],
          ARRAY['https://example.org/' || n], h."openingHours", h.id, 'Un lieu où se faire aider, près de chez soi.',
          (enum_range(NULL::"Fee"))[1 + n % 3 : 1 + n % 3], (enum_range(NULL::"Audience"))[1 + n % 4 : 2 + n % 4],
          (enum_range(NULL::"SpecialCare"))[1 + n % 7 : 1 + n % 7],
          (enum_range(NULL::"Programme"))[1 + n % 11 : 2 + n % 11],
          ARRAY['WALK_IN', 'PHONE']::"AccessMode"[], (enum_range(NULL::"SupportMode"))[1 : 1 + n % 4], now(), now()
        FROM (
          SELECT code, latitude, longitude, postcodes, "departmentCode", row_number() OVER (ORDER BY population DESC, code) AS rank
          FROM "Commune" WHERE latitude IS NOT NULL) c
        JOIN generate_series(1, ${count}::int) n ON c.rank = 1 + (n * 7919) % 5000
        JOIN (
          SELECT *, row_number() OVER (PARTITION BY "departmentCode" ORDER BY id) AS rank FROM "Schedule") h
          ON h."departmentCode" = c."departmentCode" AND h.rank = 1 + n % ${hours.length}::int
        ORDER BY n`
      await tx.$executeRaw`
        INSERT INTO "PlaceService" ("placeId", service)
        SELECT id, service FROM "Place", unnest(enum_range(NULL::"Service")) service
        WHERE abs(hashtext(id || service::text)) % 3 = 0`
    },
    { timeout: 600_000 },
  )
  await db.$executeRaw`VACUUM ANALYZE`
}
