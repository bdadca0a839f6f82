import { Validator } from '@seriousme/openapi-schema-validator'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { GET as health } from '@/app/api/health/route'
import { GET as communes } from '@/app/api/v1/communes/route'
import { GET as place } from '@/app/api/v1/lieux/[id]/route'
import { GET as search } from '@/app/api/v1/lieux/route'
import { GET as csv } from '@/app/api/v1/lieux.csv/route'
import { GET as geojson } from '@/app/api/v1/lieux.geojson/route'
import { GET as json } from '@/app/api/v1/lieux.json/route'
import { GET as openapi } from '@/app/api/v1/openapi.json/route'
import { db } from '@/lib/db'
import { nationalFields } from '@/lib/open-data/national-schema'
import { openApiDocument } from '@/lib/search/openapi'
import { addSamplePlaces, type SamplePlace } from '../support/sample-places'

let published: SamplePlace[] = []
beforeAll(async () => {
  published = (await addSamplePlaces(120)).filter(({ data }) => data.status === 'PUBLISHED')
})
afterEach(() => {
  vi.restoreAllMocks()
})

type Route = (request: Request, context: unknown) => Promise<Response>
const ask = (route: Route, query = '', headers?: HeadersInit) =>
  route(new Request(`http://localhost/x${query}`, { headers }), {})
const askPlace = (id: string, query = '') =>
  place(new Request(`http://localhost/x${query}`), { params: Promise.resolve({ id }) })

/** The shape that the API's own documentation gives to an answer. */
function documented(name: string) {
  const { schemas } = openApiDocument('http://localhost').components
  return z.fromJSONSchema({ ...schemas[name] } as Parameters<typeof z.fromJSONSchema>[0])
}

async function expectProblem(response: Response, status: number) {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body: unknown = await response.json()
  documented('Probleme').parse(body)
  return body
}

describe('GET /api/v1/lieux', () => {
  it('answers places in the national words, with ours beside', async () => {
    const response = await ask(search, '?lat=47.586&lon=1.336&limite=100')
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const body = z.object({ total: z.number(), lieux: z.array(documented('Lieu')) }).parse(await response.json())
    expect(body.total).toBe(published.length)
    for (const found of body.lieux as Record<string, unknown>[]) {
      expect(Object.keys(found)).toEqual([...nationalFields, 'type', 'url', 'distance', 'ouvert'])
      expect(found.url).toBe(`http://localhost:3000/lieux/${found.id}`)
      expect(Number.isInteger(found.distance)).toBe(true)
      const { recordDate } = published.find(({ id }) => id === found.id)?.data ?? {}
      expect(found.date_maj).toBe(recordDate?.toISOString().slice(0, 10))
    }
  })

  it('tells no distance without a position', async () => {
    const { lieux } = await (await ask(search, '?limite=1')).json()
    expect(lieux[0]).not.toHaveProperty('distance')
  })

  it('names every bad parameter at once', async () => {
    const body = await expectProblem(await ask(search, '?types=mairie&limite=1000&inconnu=1&departement=99'), 400)
    const { erreurs } = body as { erreurs: { parametre: string }[] }
    expect(erreurs.map(({ parametre }) => parametre)).toEqual(['inconnu', 'types', 'limite', 'departement'])
  })

  it.each(['commune=41999', 'commune=75999', 'departement=00', 'departement=96', 'departement=20'])(
    'refuses %s, which does not exist',
    async (query) => {
      await expectProblem(await ask(search, `?${query}`), 400)
    },
  )

  it.each([
    ['?q=%00', 400],
    ['?q=%E0%A4%A', 200],
    ['?q=%F0%9F%98%80', 400],
    ['?q=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7', 200],
    ['?q=%D8%9F', 400],
    ['?mots=exacts', 400],
    ['?q=caf&mots=exacts', 200],
    ['?q=caf&mots=oui', 400],
    ['?q=%27%3B%20DROP%20TABLE%20%22Place%22%3B--', 200],
    ['?q=%25%5F%5C%5Ca', 200],
    ['?q=a%20b%20c%20d%20e%20f%20g%20h%20i%20j', 200],
    [`?q=${'a+'.repeat(99)}`, 400],
    [`?q=${Array.from({ length: 60 }, (_, i) => i).join('+')}`, 400],
    [`?q=${'x'.repeat(10_000)}`, 400],
    [`?${'types=fabrique&'.repeat(700)}`, 200],
    [`?${'commune=41018&'.repeat(700)}`, 200],
    [`?${Array.from({ length: 500 }, (_, i) => `p${i}=1`).join('&')}`, 400],
    ['?__proto__=1', 400],
    ['?constructor=1', 400],
    ['?types=__proto__', 400],
    ['?types[]=fabrique', 400],
    ['?page=100000&limite=100', 200],
    ['?page=1e9', 400],
    ['?page=99999999999999999999', 400],
    ['?page=-1', 400],
    ['?lat=0&lon=0', 200],
    ['?lat=-90&lon=180&rayon=20000', 200],
    ['?lat=0.000000000000000000000000000001&lon=-0', 200],
    ['?lat=٤٧&lon=1', 400],
    ['?lat=&lon=', 400],
    ['?=1', 400],
    ['?&&&', 200],
    ['?ouvert=maintenant', 200],
    ['?ouvert=2026-11-22T10:00:00+14:00', 200],
    ['?ouvert=275760-09-13T00:00:00Z', 400],
  ])('answers %.60s with %i and never fails', async (query, status) => {
    const response = await ask(search, query)
    if (status === 400) await expectProblem(response, 400)
    else expect(response.status).toBe(status)
  })

  it('tells nothing of what failed inside', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(pg.Pool.prototype, 'query').mockImplementation(() => {
      throw new Error('password of the database: 1234')
    })
    const body = await expectProblem(await ask(search), 500)
    expect(JSON.stringify(body)).not.toContain('1234')
  })
})

describe('GET /api/v1/lieux/{id}', () => {
  it('answers one place', async () => {
    const [{ id } = { id: '' }] = published
    const response = await askPlace(id)
    expect(response.status).toBe(200)
    expect(documented('Lieu').parse(await response.json())).toMatchObject({ id })
  })

  it('sends a merged id and an outside id to the place that stays', async () => {
    const [{ id } = { id: '' }] = published
    await db.placeAlias.create({ data: { id: 'adp-999999', placeId: id } })
    const source = await db.source.create({ data: { slug: 'essai', name: 'Essai' } })
    await db.placeSource.create({ data: { sourceId: source.id, externalId: 'CN-42/é', placeId: id, record: {} } })
    for (const old of ['adp-999999', 'CN-42/é']) {
      const response = await askPlace(old)
      expect(response.status).toBe(308)
      expect(response.headers.get('location')).toBe(`http://localhost:3000/api/v1/lieux/${id}`)
    }
  })

  it('knows neither what does not exist nor what is not published', async () => {
    const draft = await db.place.findFirst({ where: { status: 'DRAFT' } })
    for (const id of ['adp-0', '../../etc', 'a'.repeat(5000), '\u0000', draft?.id ?? '']) {
      await expectProblem(await askPlace(id), 404)
    }
  })

  it('takes no parameter', async () => {
    await expectProblem(await askPlace(published[0]?.id ?? '', '?x=1'), 400)
  })
})

describe('the exports', () => {
  it('hold every match, whatever the format', async () => {
    const wanted = published.filter(({ data }) => data.kind === 'FABRIQUE').map(({ id }) => id)
    const query = '?types=fabrique'
    const rows: Record<string, string>[] = parse(await (await ask(csv, query)).text(), { columns: true })
    const list: { id: string }[] = await (await ask(json, query)).json()
    const { features }: { features: { id: string }[] } = await (await ask(geojson, query)).json()
    for (const found of [rows, list, features]) expect(found.map(({ id }) => id).sort()).toEqual([...wanted].sort())
    expect(Object.keys(rows[0] ?? {})).toEqual([...nationalFields])
    z.array(documented('LieuNational')).parse(list)
  })

  it('are whole when nothing matches', async () => {
    const query = '?lat=-80&lon=-120&rayon=1'
    expect(parse(await (await ask(csv, query)).text(), { columns: true })).toEqual([])
    expect(await (await ask(json, query)).json()).toEqual([])
    expect(await (await ask(geojson, query)).json()).toEqual({ type: 'FeatureCollection', features: [] })
  })

  it('have no pages, and refuse what a search refuses', async () => {
    await expectProblem(await ask(csv, '?page=2'), 400)
    await expectProblem(await ask(json, '?types=mairie'), 400)
  })

  it('stop reading when the reader goes away', async () => {
    const reader = (await ask(json)).body?.getReader()
    await reader?.read()
    await reader?.cancel()
  })

  it('make one address that asks without end wait, and nobody else', async () => {
    const from = (address: string) => ask(csv, '?departement=01', { 'x-client-address': address })
    let refused: Response | undefined
    for (let count = 0; count < 200 && !refused; count++) {
      const response = await from('192.0.2.1')
      if (response.status === 429) refused = response
    }
    if (!refused) throw new Error('never refused')
    await expectProblem(refused, 429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await from('192.0.2.2')).status).toBe(200)
  })
})

describe('GET /api/v1/communes', () => {
  it('answers the communes that may be meant, best first', async () => {
    const response = await ask(communes, '?q=blois')
    const [blois] = z
      .array(documented('Commune'))
      .max(10)
      .parse(await response.json())
    expect(blois).toMatchObject({ code: '41018', nom: 'Blois', departement: '41' })
  })

  it.each(['', '?q=', '?q=%00', '?q=!', '?q=a&q=b', '?x=1&q=blois'])('refuses %j', async (query) => {
    await expectProblem(await ask(communes, query), 400)
  })
})

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(
      await (await openapi(new Request('http://localhost/x'), {})).json(),
    )
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })
})

describe('GET /api/health', () => {
  it('answers ok, and 503 as a problem when the database fails', async () => {
    expect(await (await health()).json()).toEqual({ status: 'ok' })
    vi.spyOn(pg.Pool.prototype, 'query').mockImplementation(() => Promise.reject(new Error('no database')))
    await expectProblem(await health(), 503)
  })
})
