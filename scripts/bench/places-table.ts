import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { readFilters } from '@/lib/places/table/filters'
import { listMatchingIds, listPlacesFor } from '@/lib/places/table/queries'
import {
  changes,
  freshness,
  gaps,
  kindSlugs,
  programmeSlugs,
  serviceSlugs,
  sorts,
  statuses,
} from '@/lib/places/table/values'
import { openSession, timePages } from './desk-pages'

type Say = (what: string, figure: string) => void

const departments = ['37', '41', '75', '35', '13', '974'].map((code) => ({ code, name: code }))
const values: Readonly<Record<string, readonly string[]>> = {
  q: ['espace', 'numérique 12', 'blois', '41000', 'zzz', 'a', 'lilas', '02 61 91 00 01', 'adp-77', 'saint'],
  statut: Object.keys(statuses),
  type: Object.keys(kindSlugs),
  departement: departments.map(({ code }) => code),
  commune: ['Blois', '37261', 'Paris'],
  service: Object.keys(serviceSlugs),
  sans_service: Object.keys(serviceSlugs),
  programme: Object.keys(programmeSlugs),
  manque: Object.keys(gaps),
  fraicheur: Object.keys(freshness),
  source: ['aucune'],
  suivi: ['moi', 'personne'],
  modifie: Object.keys(changes),
}
const orders = Object.keys(sorts).flatMap((name) => [name, `-${name}`])

/** Places of every state, as time makes them: generated ones are all published, complete and of one day. */
async function ageThePlaces(userId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Place" SET
      status = (ARRAY['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'DRAFT', 'ARCHIVED'])[1 + abs(hashtext(id)) % 5]::"PlaceStatus",
      "verifiedAt" = CASE abs(hashtext('v' || id)) % 4 WHEN 0 THEN NULL
        ELSE now() - abs(hashtext('d' || id)) % 900 * interval '1 day' END,
      "updatedAt" = now() - abs(hashtext('u' || id)) % 900 * interval '1 day',
      "openingHours" = CASE abs(hashtext('h' || id)) % 3 WHEN 0 THEN NULL ELSE "openingHours" END,
      phone = CASE abs(hashtext('p' || id)) % 3 WHEN 0 THEN NULL ELSE phone END`
  await db.$executeRaw`
    INSERT INTO "PlaceAssignment" ("placeId", "userId") SELECT id, ${userId} FROM "Place" WHERE abs(hashtext('a' || id)) % 10 = 0
    ON CONFLICT DO NOTHING`
  await db.$executeRaw`VACUUM ANALYZE`
}

/** The same numbers at each run. */
function* numbers(): Generator<number, never> {
  for (let seed = 41; ; ) {
    seed = (seed * 48_271) % 2_147_483_647
    yield seed
  }
}

/** Each filter alone, each order, the last page of each, and combinations of two to four filters. */
function* searches(combinations: number): Generator<Record<string, string[]>> {
  for (const tri of orders) yield { tri: [tri] }
  for (const tri of orders) yield { tri: [tri], page: ['390'] }
  for (const [name, all] of Object.entries(values)) for (const value of all) yield { [name]: [value] }
  const drawn = numbers()
  const one = <Value>(all: readonly Value[]) => all[drawn.next().value % all.length] as Value
  for (let n = 0; n < combinations; n++) {
    const search: Record<string, string[]> = { tri: [one(orders)], page: [String(1 + (drawn.next().value % 3))] }
    for (let filters = 2 + (n % 3); filters > 0; filters--) {
      const name = one(Object.keys(values))
      search[name] = [...new Set([one(values[name] ?? []), one(values[name] ?? [])])]
    }
    yield search
  }
}

/**
 * How long the table takes to answer, whatever is asked, to somebody who sees everything and to one of a hub; and how
 * long its whole page takes.
 *
 * @param site null to leave the page out
 */
export async function measurePlacesTable(site: string | null, say: Say): Promise<void> {
  const people = await somePeople()
  const places = await db.place.count()
  for (const [who, user] of Object.entries(people)) {
    const times: { ms: number; search: string }[] = []
    for (const search of searches(400)) {
      const { filters } = readFilters(search, { departments, sources: [], colleagues: [] })
      const start = performance.now()
      await listPlacesFor(user, filters)
      times.push({ ms: performance.now() - start, search: JSON.stringify(search) })
    }
    times.sort((a, b) => a.ms - b.ms)
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.ms.toFixed(1)
    say(`Table of ${places} places, ${who}`, `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (100 at most), worst ${at(1)} ms`)
    if (process.env.DEBUG) console.error(times.slice(-8))
  }
  if (site !== null) {
    const cookie = await openSession('table@bench.example', [{ role: 'NATIONAL_ADMIN' }])
    const pages = [...searches(200)].map(
      (search) =>
        `/coordination/lieux?${new URLSearchParams(Object.entries(search).flatMap(([name, all]) => all.map((value) => [name, value])))}`,
    )
    say('  its whole page, the whole country', `${await timePages(site, cookie, pages)} (100 at most for 95 %)`)
  }
  const start = performance.now()
  const ids = await listMatchingIds(people['the whole country'] as CurrentUser, {})
  say(`  ids of all ${ids.length}, to edit or write out`, `${(performance.now() - start).toFixed(0)} ms`)
}

async function somePeople(): Promise<Record<string, CurrentUser>> {
  const { id } = await db.user.create({ data: { email: `table-${Date.now()}@example.org`, name: 'Table' } })
  await ageThePlaces(id)
  const person = (membership: Partial<CurrentUser['memberships'][number]>): CurrentUser => ({
    id,
    email: '',
    name: 'Table',
    memberships: [
      {
        role: 'NATIONAL_ADMIN',
        hubId: null,
        hubSlug: null,
        hubName: null,
        departmentCodes: [],
        placeId: null,
        organisationId: null,
        organisationName: null,
        ...membership,
      },
    ],
  })
  return {
    'the whole country': person({}),
    'a hub': person({ role: 'HUB_COORDINATOR', hubId: 'hub', departmentCodes: ['18', '28', '36', '37', '41', '45'] }),
  }
}
