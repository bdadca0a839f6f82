import { db } from '@/lib/db'
import { addDays } from '@/lib/hours/closure'
import { ensureSchedules, scheduleKey } from '@/lib/hours/mutations'
import {
  AccessMode,
  Audience,
  Fee,
  Freshness,
  Itinerancy,
  Label,
  PlaceKind,
  Precision,
  Programme,
  Service,
  SpecialCare,
  SupportMode,
} from '@/prisma/client/enums'

/** A place as the search sees it, services and territory beside. */
export type SamplePlace = Awaited<ReturnType<typeof addSamplePlaces>>[number]

const hours = [
  null,
  'Mo-Fr 09:00-12:00,14:00-17:00; PH off',
  'Mo-Sa 08:30-18:00',
  'Fr 22:00-02:00',
  '24/7',
  'Mo-Fr 09:00-12:00 "sur rendez-vous"',
  'Tu,Th 10:00-12:30; We 14:00+',
  'week 1-53/2 Mo-Fr 10:00-16:00',
  'tous les jours sauf le lundi',
  'off',
  'Tu-We 17:00-20:30; Sa 09:30-12:00',
  'week 2-53/2 Sa,Su 14:00-18:00',
  'Mo-Fr 10:00-19:00; SH off',
]
/** Days around which some places are closed, today among them */
const closedAround = ['2026-03-27', '2026-10-22', '2026-11-18', '2026-12-23', '2027-05-26']
const communeCodes = ['41018', '37261', '75101', '75120', '69381', '2A004', '57463', '97105', '97411', '97608', '01001']

/** Draws the same numbers each time, between 0 and 1. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Some hundreds of places of every kind, the same each time, over a few communes; one in five is not published. */
export async function addSamplePlaces(count: number, seed = 1) {
  const roll = dice(seed)
  const one = <T>(values: readonly T[]): T => values[Math.floor(roll() * values.length)] as T
  const some = <T>(values: Readonly<Record<string, T>>): T[] => Object.values(values).filter(() => roll() < 0.25)
  const communes = await db.commune.findMany({ where: { code: { in: communeCodes } }, orderBy: { code: 'asc' } })
  const places = Array.from({ length: count }, (_, index) => {
    const commune = one(communes)
    const openingHours = one(hours)
    return {
      id: `adp-${1000 + index}`,
      departmentCode: commune.departmentCode,
      parentCode: commune.parentCode,
      services: some(Service),
      closures: [...closedAround, new Date().toISOString().slice(0, 10)]
        .filter(() => roll() < 0.3)
        .map((day) => {
          const from = addDays(day, Math.floor(roll() * 9) - 4)
          return { from, to: addDays(from, Math.floor(roll() * 12)) }
        }),
      data: {
        status: roll() < 0.8 ? ('PUBLISHED' as const) : one(['DRAFT', 'ARCHIVED'] as const),
        kind: one(Object.values(PlaceKind)),
        name: `${one(['Maison', 'École', 'Espace', 'île', 'Œuvre'])} ${one(['des arts', 'numérique', 'Émile-Zola', "de l'Eau"])}`,
        address: `${index} rue des Lilas`,
        postcode: commune.postcodes[0] ?? '75000',
        communeCode: commune.code,
        // Some stand at the very same point, as in a building.
        latitude: index % 10 === 0 ? 47.58 : Math.max(-80, Math.min(80, (commune.latitude ?? 47) + (roll() - 0.5))),
        longitude: index % 10 === 0 ? 1.33 : (commune.longitude ?? 1) + (roll() - 0.5),
        precision: one(Object.values(Precision)),
        openingHours,
        audiences: some(Audience),
        specialCare: some(SpecialCare),
        fees: some(Fee),
        programmes: some(Programme),
        labels: some(Label),
        accessModes: some(AccessMode),
        supportModes: some(SupportMode),
        itinerancy: some(Itinerancy),
        accessibilityUrl: roll() < 0.3 ? 'https://acceslibre.example.org' : null,
        recordDate: new Date(Date.UTC(2025, 4 + Math.floor(roll() * 18), 1 + Math.floor(roll() * 5))),
        publishedAt: new Date(),
        freshness: index % 4 === 0 ? Freshness.STALE : Freshness.CURRENT,
      },
    }
  })
  await db.$transaction(
    async (tx) => {
      const wanted = places.flatMap(({ departmentCode, data: { openingHours } }) =>
        openingHours === null ? [] : [{ openingHours, departmentCode }],
      )
      const schedules = await ensureSchedules(tx, wanted)
      await tx.place.createMany({
        data: places.map(({ id, departmentCode, data }) => ({
          id,
          ...data,
          scheduleId:
            data.openingHours === null
              ? null
              : schedules.get(scheduleKey({ openingHours: data.openingHours, departmentCode })),
        })),
      })
      await tx.placeClosure.createMany({
        data: places.flatMap(({ id, closures }) =>
          closures.map(({ from, to }) => ({ placeId: id, from: new Date(from), to: new Date(to) })),
        ),
      })
      await tx.placeService.createMany({
        data: places.flatMap(({ id, services }) => services.map((service) => ({ placeId: id, service }))),
      })
    },
    { timeout: 300_000 },
  )
  return places
}
