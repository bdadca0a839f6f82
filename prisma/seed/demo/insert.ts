import type { Transaction } from '@/lib/db'
import { ensureSchedules, scheduleKey } from '@/lib/hours/mutations'
import { editableOf, editableSelect } from '@/lib/places/editable-place'
import { changeBetween, snapshotOf } from '@/lib/places/snapshot'
import { generatePlaces } from './places'
import type { DemoCommune } from './spread'
import { insertDemoWorkshops } from './workshops'

/** Adds the demonstration places, each with its services and the first line of its history. */
export async function insertDemoPlaces(tx: Transaction): Promise<number> {
  const places = generatePlaces(await readLocatedCommunes(tx))
  const wanted = places.flatMap(({ columns: { openingHours }, departmentCode }) =>
    openingHours === null ? [] : [{ openingHours, departmentCode }],
  )
  const schedules = await ensureSchedules(tx, wanted)
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT 'adp-' || nextval('place_number_seq') AS id FROM generate_series(1, ${places.length}::int)`
  const numbered = places.flatMap((place, index) => ids.slice(index, index + 1).map(({ id }) => ({ ...place, id })))

  await tx.place.createMany({
    data: numbered.map(({ id, columns, departmentCode }) => ({
      ...columns,
      id,
      scheduleId: columns.openingHours
        ? schedules.get(scheduleKey({ openingHours: columns.openingHours, departmentCode }))
        : null,
    })),
  })
  await tx.placeService.createMany({
    data: numbered.flatMap(({ id, services }) => services.map((line) => ({ ...line, placeId: id }))),
  })
  await insertDemoWorkshops(tx, numbered, new Date())
  const stored = await tx.place.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: { ...editableSelect, createdAt: true },
  })
  await tx.placeRevision.createMany({
    data: stored.map(({ createdAt, ...place }) => ({
      placeId: place.id,
      version: place.version,
      before: {},
      after: changeBetween({}, snapshotOf(editableOf(place)))?.after ?? {},
      reason: 'Données de démonstration',
      createdAt,
    })),
  })
  return stored.length
}

function readLocatedCommunes(tx: Transaction): Promise<DemoCommune[]> {
  return tx.$queryRaw`
    SELECT c.code, c.name, c.postcodes, c.population, c."departmentCode", d."regionCode", c."parentCode",
      c.latitude, c.longitude, c.precision
    FROM "Commune" c JOIN "Department" d ON d.code = c."departmentCode"
    WHERE c.latitude IS NOT NULL ORDER BY c.code`
}
