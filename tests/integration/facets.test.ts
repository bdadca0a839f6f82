import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { accessibleFacet, facetLists, facetNumber } from '@/lib/search/facets'
import { addSamplePlaces, type SamplePlace } from '../support/sample-places'

let places: SamplePlace[]

beforeAll(async () => {
  places = await addSamplePlaces(300)
})

/** What the filters say of a place, told from the place itself. */
function facetsOf({ services, data }: SamplePlace): number[] {
  const values = { ...data, kinds: [data.kind], services }
  const numbers = facetLists.flatMap((list) => values[list].map((code) => facetNumber(list, code as never)))
  return (data.accessibilityUrl ? [...numbers, accessibleFacet] : numbers).sort((a, b) => a - b)
}

async function tallies(): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ facets: number[]; total: number }[]>`
    SELECT facets, sum(change)::int AS total FROM "PlaceTally" GROUP BY facets HAVING sum(change) <> 0`
  return new Map(rows.map(({ facets, total }) => [facets.join(), total]))
}

async function countedPlaces(): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { facets } of await db.place.findMany({ where: { status: 'PUBLISHED' }, select: { facets: true } })) {
    counts.set(facets.join(), (counts.get(facets.join()) ?? 0) + 1)
  }
  return counts
}

describe('facets', () => {
  it('are the numbers that the code gives to the values of each list', async () => {
    const rows = await db.place.findMany({ select: { id: true, facets: true } })
    const stored = new Map(rows.map(({ id, facets }) => [id, facets]))
    for (const place of places) expect(stored.get(place.id)).toEqual(facetsOf(place))
  })

  it('follow a service that is added or taken away', async () => {
    const [place] = places.filter(({ services }) => !services.includes('EMPLOYMENT'))
    if (!place) throw new Error('no such place')
    const read = () => db.place.findUniqueOrThrow({ where: { id: place.id }, select: { facets: true } })
    await db.placeService.create({ data: { placeId: place.id, service: 'EMPLOYMENT' } })
    expect((await read()).facets).toContain(facetNumber('services', 'EMPLOYMENT'))
    await db.placeService.deleteMany({ where: { placeId: place.id, service: 'EMPLOYMENT' } })
    expect((await read()).facets).toEqual(facetsOf(place))
  })

  it('cannot be written by hand', async () => {
    const [place] = places
    if (!place) throw new Error('no such place')
    await db.place.update({ where: { id: place.id }, data: { facets: [999] } })
    expect((await db.place.findUniqueOrThrow({ where: { id: place.id } })).facets).toEqual(facetsOf(place))
  })

  it('are tallied exactly, through many changes', async () => {
    for (let round = 0; round < 40; round++) {
      const changed = places.slice(round * 7, round * 7 + 30).map(({ id }) => id)
      const status = round % 2 ? ('PUBLISHED' as const) : ('ARCHIVED' as const)
      await db.place.updateMany({ where: { id: { in: changed } }, data: { status } })
    }
    expect(await tallies()).toEqual(await countedPlaces())
    await db.place.deleteMany({ where: { id: { in: places.slice(0, 50).map(({ id }) => id) } } })
    expect(await tallies()).toEqual(await countedPlaces())
    expect(await db.placeTally.count()).toBeLessThan(3000)
  })
})

describe('the mark of public changes', () => {
  const mark = async () => {
    const [row] = await db.$queryRaw<{ sum: number }[]>`SELECT sum(statements)::int AS sum FROM "PublicChange"`
    return row?.sum ?? 0
  }

  it('is another after each statement that changes what pages show', async () => {
    const before = await mark()
    await db.hub.updateMany({ data: { phone: null } })
    expect(await mark()).toBe(before + 1)
    for (let round = 0; round < 600; round++) await db.$executeRaw`UPDATE "Region" SET name = name WHERE code = '24'`
    expect(await mark()).toBe(before + 601)
    expect(await db.publicChange.count()).toBeLessThan(400)
  })
})
