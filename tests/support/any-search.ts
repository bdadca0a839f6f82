import fc from 'fast-check'
import { isByDistance, type Search } from '@/lib/search/schema'
import {
  AccessMode,
  Audience,
  Fee,
  Itinerancy,
  Label,
  PlaceKind,
  Programme,
  Service,
  SpecialCare,
  SupportMode,
} from '@/prisma/client/enums'

/** Often absent, otherwise one or two values. */
const list = <T>(values: readonly T[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }) },
  )
// A few weeks, the changes of clocks of the year among them: each is judged once.
export const anyInstant = fc
  .tuple(
    fc.constantFrom('2026-11-16', '2026-12-21', '2026-03-23', '2026-10-19', '2027-05-24'),
    fc.integer({ min: 0, max: 7 * 24 * 12 - 1 }),
    fc.constantFrom(0, 1, -1),
  )
  .map(([monday, steps, off]) => new Date(Date.parse(`${monday}T00:00:00Z`) + steps * 300_000 + off))

/** Whatever a search may ask, words aside. */
export const anySearch: fc.Arbitrary<Search> = fc
  .record({
    near: fc.option(
      fc.oneof(
        fc.record({
          latitude: fc.double({ min: -90, max: 90, noNaN: true }),
          longitude: fc.double({ min: -180, max: 180, noNaN: true }),
        }),
        fc.constant({ latitude: 47.58, longitude: 1.33 }),
      ),
    ),
    radius: fc.option(fc.oneof(fc.double({ min: 0.001, max: 50, noNaN: true }), fc.integer({ min: 1, max: 20_000 }))),
    words: fc.constant(null),
    isLiteral: fc.constant(false),
    communeCodes: list(['41018', '75056', '69123', '75101', '97105', '01001']),
    departmentCodes: list(['41', '75', '2A', '974', '57']),
    kinds: list(Object.values(PlaceKind)),
    services: list(Object.values(Service)),
    audiences: list(Object.values(Audience)),
    specialCare: list(Object.values(SpecialCare)),
    fees: list(Object.values(Fee)),
    programmes: list(Object.values(Programme)),
    labels: list(Object.values(Label)),
    accessModes: list(Object.values(AccessMode)),
    supportModes: list(Object.values(SupportMode)),
    itinerancy: list(Object.values(Itinerancy)),
    openAt: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyInstant }),
    openingTimes: list(['EVENING' as const, 'SATURDAY' as const, 'SUNDAY' as const]),
    isAccessible: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    page: fc.integer({ min: 1, max: 4 }),
    limit: fc.constantFrom(1, 7, 20, 100),
    sort: fc.constantFrom('NEAR_TIES' as const, 'DISTANCE' as const, 'NAME' as const, 'UPDATED' as const),
  })
  .map((search) => ({
    ...search,
    radius: search.near ? search.radius : null,
    sort: search.near || !isByDistance(search.sort) ? search.sort : 'NAME',
  }))
