import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { openingState } from '@/lib/hours/opening'
import { listFoundIds, searchPlaces, streamRecords } from '@/lib/search/queries'
import { parseSearch, type Search } from '@/lib/search/schema'
import { anyInstant, anySearch } from '../support/any-search'
import { addSamplePlaces, type SamplePlace } from '../support/sample-places'
import { isOpenBruteForce, searchBruteForce } from '../support/search-oracle'

let places: SamplePlace[] = []
beforeAll(async () => {
  places = await addSamplePlaces(400)
})

const searchOf = (query: string): Search => {
  const { search, problems } = parseSearch(new URLSearchParams(query))
  expect(problems).toEqual([])
  return search
}

describe('a search', () => {
  it('finds what a loop over all places finds, in the same order, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(anySearch, async (search) => {
        const at = search.openAt instanceof Date ? search.openAt : new Date()
        const expected = searchBruteForce(places, search, at).map(({ id }) => id)
        const start = (search.page - 1) * search.limit
        const { total, places: found } = await searchPlaces(search)
        expect(total).toBe(expected.length)
        expect(found.map(({ id }) => id)).toEqual(expected.slice(start, start + search.limit))
        expect(await listFoundIds(search)).toEqual([...expected].sort())
      }),
      { numRuns: 60 },
    )
  })

  it('shows open, closed or unknown as the library does at that very instant', async () => {
    await fc.assert(
      fc.asyncProperty(anyInstant, async (at) => {
        const search = { ...searchOf('limite=100'), openAt: at }
        const open = new Set(await listFoundIds(search))
        for (const { id, data, departmentCode, closures } of places.filter(({ data }) => data.status === 'PUBLISHED')) {
          const expected = isOpenBruteForce(data.openingHours, departmentCode, at, closures)
          expect(open.has(id)).toBe(expected === true)
          const { state } = openingState(data.openingHours, departmentCode, at, closures)
          expect(state).toBe(expected === null ? 'unknown' : expected ? 'open' : 'closed')
        }
      }),
      { numRuns: 20 },
    )
    const now = new Date()
    const { places: found } = await searchPlaces(searchOf('limite=100'))
    for (const { openingHours, departmentCode, closures, isOpen } of found) {
      expect(isOpen).toBe(isOpenBruteForce(openingHours, departmentCode, now, closures))
    }
  })

  it.each(['lat=47.58&lon=1.33', 'lat=47.58&lon=1.33&tri=proche', 'tri=nom', 'tri=date_maj'])(
    'pages through everything once with %s',
    async (query) => {
      const seen: string[] = []
      for (let page = 1; ; page++) {
        const { total, places: found } = await searchPlaces({ ...searchOf(query), limit: 23, page })
        expect(total).toBe(places.filter(({ data }) => data.status === 'PUBLISHED').length)
        if (found.length === 0) break
        seen.push(...found.map(({ id }) => id))
      }
      expect(seen).toEqual(searchBruteForce(places, searchOf(query), new Date()).map(({ id }) => id))
    },
  )

  it('streams every match in order, batch after batch', async () => {
    const search = searchOf('lat=47.58&lon=1.33&departement=41&departement=75')
    const ids: string[] = []
    for await (const batch of streamRecords(search, 7)) ids.push(...batch.map(({ id }) => id))
    expect(ids).toEqual(searchBruteForce(places, search, new Date()).map(({ id }) => id))
  })

  it('measures across the antimeridian and at the poles', async () => {
    const far = (query: string) => searchPlaces(searchOf(query)).then(({ places: [first] }) => first?.distance)
    const east = await far('lat=0&lon=180&limite=1')
    expect(await far('lat=0&lon=-180&limite=1')).toBe(east)
    expect(await far('lat=90&lon=0&limite=1')).toBe(await far('lat=90&lon=123&limite=1'))
  })
})

describe('free words', () => {
  beforeAll(async () => {
    const common = { status: 'PUBLISHED', kind: 'MEDIATION', address: '1 rue', precision: 'ADDRESS' } as const
    const add = (id: string, name: string, communeCode: string, latitude: number) =>
      db.place.create({
        data: {
          ...common,
          id,
          name,
          communeCode,
          latitude,
          longitude: 1.3,
          postcode: '41000',
          publishedAt: new Date(),
          services: { create: id === 'adp-2' ? [{ service: 'AFFORDABLE_EQUIPMENT' }] : [] },
        },
      })
    await add('adp-1', 'Médiathèque Abbé-Grégoire', '41018', 47.5)
    await add('adp-2', 'Ressourcerie St Vincent', '37261', 47.4)
    return () => db.place.deleteMany({ where: { id: { in: ['adp-1', 'adp-2'] } } })
  })

  it.each([
    ['mediatheque', ['adp-1']],
    ['MÉDIATHÈQUE gregoire', ['adp-1']],
    ['médiathéque abé-gregoire blois', []],
    ['mediateque', ['adp-1']],
    ['médiathèque de Blois', ['adp-1']],
    ['médiathèque Tours', []],
    ['saint vincent', ['adp-2']],
    ['st-vincent', ['adp-2']],
    ['ressourcerie matériel solidaire', ['adp-2']],
    ["%' OR 1=1 --", []],
    ['\\', null],
  ])('%s finds %j', async (q, expected) => {
    const { search, problems } = parseSearch({ q })
    expect(problems.length).toBe(expected === null ? 1 : 0)
    if (expected) expect(await listFoundIds(search)).toEqual(expected)
  })
})

describe('the total', () => {
  it('follows every change at once', async () => {
    const count = () => searchPlaces(searchOf('')).then(({ total }) => total)
    const before = await count()
    const ids = places.filter(({ data }) => data.status === 'PUBLISHED').map(({ id }) => id)
    await db.place.update({ where: { id: ids[0] ?? '' }, data: { status: 'ARCHIVED' } })
    expect(await count()).toBe(before - 1)
    await db.place.update({ where: { id: ids[0] ?? '' }, data: { status: 'PUBLISHED' } })
    const undone = db.$transaction(async (tx) => {
      await tx.place.deleteMany({ where: { id: { in: ids } } })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await count()).toBe(before)
  })

  it('stays exact when a hundred writers work at once', async () => {
    const count = () => searchPlaces(searchOf('')).then(({ total }) => total)
    const before = await count()
    const [first] = places
    if (!first) throw new Error('no place')
    const { communeCode, postcode } = first.data
    const added = Array.from({ length: 100 }, (_, index) => `adp-${500_000 + index}`)
    await Promise.all(
      added.map((id) =>
        db.place.create({
          data: {
            id,
            status: 'PUBLISHED',
            kind: 'MEDIATION',
            name: 'Maison',
            address: '1 rue',
            postcode,
            communeCode,
            latitude: 47,
            longitude: 1,
            precision: 'ADDRESS',
            publishedAt: new Date(),
          },
        }),
      ),
    )
    expect(await count()).toBe(before + 100)
    await Promise.all(added.map((id) => db.place.delete({ where: { id } })))
    expect(await count()).toBe(before)
  })
})
