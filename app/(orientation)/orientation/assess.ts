import { understandWhere } from '@/app/(public)/lieux/understand-where'
import { gridVersion } from '@/lib/assessment/grid'
import { type Outcome, outcomeOf } from '@/lib/assessment/outcome'
import { type Around, findMatching, type Matching } from '@/lib/assessment/queries'
import type { Answers } from '@/lib/assessment/schema'
import { type OpeningPhrase, placeOpening } from '@/lib/places/opening-phrase'
import { listTaking } from '@/lib/referrals/places/queries'
import { sendPath } from '@/lib/referrals/send-path'
import { withoutFilters } from '@/lib/search/narrowing'
import { pageAddress, pageNearSort } from '@/lib/search/page-address'
import { communeLabel, type Where } from '@/lib/search/where'

/** What was answered, as a page shows it: it lives in that page alone. */
export interface Assessed {
  version: string
  outcome: Outcome
  /** Null when nobody said where */
  around: {
    name: string
    matching: Matching
    openings: OpeningPhrase[]
    /** Where to refer her to each place; null where it takes no referrals */
    referrals: (string | null)[]
    allPlaces: string
  } | null
}

/** Somewhere that cannot be looked around. */
export type Nowhere = { problem: 'unknown' } | { problem: 'ambiguous'; examples: string[] }

/** The outcome of some answers, with the places that match where she is. */
export async function assess(answers: Answers, lieu: string): Promise<Assessed | Nowhere> {
  const outcome = outcomeOf(answers)
  if (lieu === '') return { version: gridVersion, outcome, around: null }
  const where = aroundOf(await understandWhere(lieu))
  if ('problem' in where) return where
  const matching = await findMatching(outcome.search, where.around)
  const now = new Date()
  const openings = matching.places.map((place) => placeOpening(place, now))
  const taking = await listTaking(matching.places.map(({ id }) => id))
  const { services, supportModes } = outcome.search
  const referrals = matching.places.map((place) =>
    taking.has(place.id)
      ? sendPath(place.id, {
          services: services.filter((service) => place.services.includes(service)),
          supportMode: supportModes[0] ?? null,
        })
      : null,
  )
  const allPlaces = allPlacesOf(outcome, where.name, where.around)
  return { version: gridVersion, outcome, around: { name: where.name, matching, openings, referrals, allPlaces } }
}

/** The public list of the same need, around her commune. Its address tells nothing of what is hard for her. */
function allPlacesOf({ search }: Outcome, place: string, around: Around): string {
  const need = withoutFilters(search, ['specialCare', 'isAccessible', 'fees', 'radius', 'openAt', 'openingTimes'])
  const sort = around.near ? pageNearSort : 'NAME'
  // A name that stands for a département or a commune without position is read again as such.
  return pageAddress({ search: { ...need, near: around.near ?? null, sort }, place, isPositionFromPlace: true })
}

function aroundOf(where: Where): { name: string; around: Around } | Nowhere {
  switch (where.kind) {
    case 'address':
      return { name: where.address.commune, around: { near: where.address } }
    case 'department':
      return {
        name: `${where.department.name} (${where.department.code})`,
        around: { departmentCodes: [where.department.code] },
      }
    case 'ambiguous':
      return {
        problem: 'ambiguous',
        examples: [...where.communes.map(communeLabel), ...where.departments.map(({ code }) => code)].slice(0, 4),
      }
    default: {
      const commune = where.kind === 'unknown' ? null : where.commune
      if (!commune) return { problem: 'unknown' }
      const { latitude, longitude } = commune
      const isPlaced = latitude !== null && longitude !== null
      return {
        name: communeLabel(commune),
        around: isPlaced ? { near: { latitude, longitude } } : { communeCodes: [commune.code] },
      }
    }
  }
}
