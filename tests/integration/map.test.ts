import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as names } from '@/app/(public)/lieux/carte/noms/route'
import { GET as download } from '@/app/(public)/lieux/carte/route'
import { GET as found } from '@/app/(public)/lieux/carte/trouves/route'
import { db } from '@/lib/db'
import { decodeIds } from '@/lib/map/found-ids'
import { decodeMapData, type MapData } from '@/lib/map/map-data'
import { filterOf, selectPlaces } from '@/lib/map/map-filter'
import { closeMarks } from '@/lib/page-cache/queries'
import { listFoundIds } from '@/lib/search/queries'
import { parseSearch } from '@/lib/search/schema'
import { addSamplePlaces, type SamplePlace } from '../support/sample-places'

let places: SamplePlace[]
let published: string[]

beforeAll(async () => {
  places = await addSamplePlaces(300)
  published = places.filter(({ data }) => data.status === 'PUBLISHED').map(({ id }) => id)
})

afterAll(closeMarks)

const ask = (route: (request: Request, context: unknown) => Promise<Response>, query = '', headers?: HeadersInit) =>
  route(new Request(`http://localhost/lieux/carte${query}`, { headers }), undefined)

async function bytes(response: Response): Promise<ArrayBuffer> {
  const body = Buffer.from(await response.arrayBuffer())
  return new Uint8Array(response.headers.get('content-type') === 'application/gzip' ? gunzipSync(body) : body).buffer
}

const mapData = async () => decodeMapData(await bytes(await ask(download)))
const idsOf = ({ ids }: MapData) => [...ids].map((id) => `adp-${id}`)

/** What the map shows for a search: facets told by itself, the rest by the server. */
async function shownFor(data: MapData, query: string): Promise<string[]> {
  const { groups, rest } = filterOf(new URLSearchParams(query), data.parameters)
  const only = `${rest}` === '' ? undefined : decodeIds(await bytes(await ask(found, `?${rest}`)))
  const shown = selectPlaces(data, groups, only)
  return idsOf(data).filter((_, rank) => shown[rank])
}

describe('the download of the map', () => {
  it('holds every published place, and no other', async () => {
    const data = await mapData()
    expect(idsOf(data).sort()).toEqual([...published].sort())
    const [place] = places.filter(({ id }) => id === idsOf(data)[0])
    expect(data.latitudes[0]).toBeCloseTo(place?.data.latitude ?? 0, 4)
    expect(data.hubs.length).toBe(await db.hub.count({ where: { endedOn: null } }))
  })

  it('is not sent again to who has it, until something changes: then on the next request', async () => {
    const first = await ask(download)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect((await ask(download, '', { 'if-none-match': etag })).status).toBe(304)

    const [withdrawn = ''] = published.splice(0, 1)
    await db.place.update({ where: { id: withdrawn }, data: { status: 'ARCHIVED' } })
    const second = await ask(download, '', { 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(second.headers.get('etag')).not.toBe(etag)
    expect(idsOf(decodeMapData(await bytes(second)))).not.toContain(withdrawn)
  })

  it('comes unpacked to browsers that cannot unpack it, under a tag of its own', async () => {
    const plain = await ask(download, '?clair')
    expect(plain.headers.get('etag')).not.toBe((await ask(download)).headers.get('etag'))
    expect(idsOf(decodeMapData(await bytes(plain)))).toEqual(idsOf(await mapData()))
  })
})

describe('what the map shows', () => {
  const filters = [
    'types=fabrique',
    'types=tiers-lieu',
    'services=aide-aux-demarches-administratives',
    'frais=gratuit',
    'accessible=oui',
    'departement=41',
    'commune=75056',
    'q=maison',
    'lat=47.58&lon=1.33&rayon=40',
    'lat=47.58&lon=1.33',
    'ouvert=2026-11-24T10:30:00%2B01:00',
    'page=3',
  ]

  it('is what the server finds, whatever the filters', async () => {
    const data = await mapData()
    await fc.assert(
      fc.asyncProperty(fc.subarray(filters, { maxLength: 4 }), async (drawn) => {
        const alike = drawn.filter(
          (filter) => filter !== 'lat=47.58&lon=1.33' || !drawn.some((f) => f.includes('rayon')),
        )
        const { search, problems } = parseSearch(new URLSearchParams(alike.join('&')))
        expect(problems).toEqual([])
        expect((await shownFor(data, alike.join('&'))).sort()).toEqual(await listFoundIds(search))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the names of marks', () => {
  it('are told for published places alone', async () => {
    const hidden = places.find(({ data }) => data.status === 'DRAFT')
    const [shown = ''] = published
    const answer = await ask(names, `?id=${shown}&id=${hidden?.id}&id=adp-999999`)
    const name = places.find(({ id }) => id === shown)?.data.name
    expect(await answer.json()).toEqual({ [shown]: name })
  })
})
