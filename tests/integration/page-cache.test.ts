import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentPolicy } from '@/lib/content-policy'
import { db } from '@/lib/db'
import { getMapFile } from '@/lib/map/map-file'
import { keepPages } from '@/lib/page-cache/keep-pages'
import { closeMarks, readMark } from '@/lib/page-cache/queries'
import { pageRenderer } from '@/lib/page-cache/render-page'
import { countFilters } from '@/lib/search/counts/queries'
import { parseSearch } from '@/lib/search/schema'
import { query } from '../support/query'
import { storedPlace } from '../support/stored-place'

let renders = 0
let setsCookie = false

/** A site that shows the name of a place, as ours does; `/lieux` has nothing to show. */
const site: RequestListener = async (request, response) => {
  renders++
  const nonce = `nonce-number-${String(renders).padStart(12)}`.replaceAll(' ', 'x')
  const id = request.url?.slice('/lieux/'.length)
  const place = id ? await db.place.findUnique({ where: { id } }) : null
  if (setsCookie) response.setHeader('set-cookie', 'session=1')
  response.writeHead(place ? 200 : 404, {
    'content-type': request.headers.rsc ? 'text/x-component' : 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy({ nonce, tilesUrl: '', isSecure: false, isDevelopment: false }),
    'cache-control': 'private, no-cache, no-store',
  })
  response.end(`<h1>${place?.name}</h1>${'<p>Un lieu.</p>'.repeat(500)}<script nonce="${nonce}">1</script>`)
}

const servers: Server[] = []
let origin = ''
let another = ''

beforeAll(async () => {
  await db.place.create({ data: { ...storedPlace, id: 'adp-1' } })
  ;[origin, another] = [await start(readMark), await start(readMark)]
})

let minute = Date.parse('2026-11-23T09:00:00Z')

beforeEach(() => {
  // A page is kept for a minute of the clock: each test has its own, which does not end during it.
  minute += 120_000
  vi.useFakeTimers({ toFake: ['Date'], now: minute })
  renders = 0
  setsCookie = false
})

afterAll(async () => {
  for (const server of servers) server.close()
  await closeMarks()
})

describe('a page that is kept', () => {
  test('is rendered once, however many ask for it at once', async () => {
    await change('rendered once')
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/lieux/adp-1')))
    expect(answers.every(({ body }) => body.includes('rendered once'))).toBe(true)
    await get('/lieux/adp-1')
    expect(renders).toBe(1)
  })

  test('shows a change made by another process on the next request, whichever instance answers', async () => {
    for (const name of ['first', 'second', 'third']) {
      await change(name)
      expect((await get('/lieux/adp-1')).body).toContain(name)
      expect((await get('/lieux/adp-1', {}, another)).body).toContain(name)
    }
  })

  test('is rendered anew when the minute ends', async () => {
    await get('/lieux/adp-1')
    vi.setSystemTime(Date.now() + 60_000)
    await get('/lieux/adp-1')
    expect(renders).toBe(2)
  })

  test('names its scripts by their content, and is asked for again each time', async () => {
    const { headers } = await get('/lieux/adp-1')
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/)
    expect(headers['content-security-policy']).not.toMatch(/nonce|unsafe|strict-dynamic/)
    expect(headers['cache-control']).toBe('no-cache')
  })

  test('is not sent to who has it, until it changes', async () => {
    const etag = String((await get('/lieux/adp-1')).headers.etag)
    const again = await get('/lieux/adp-1', { 'if-none-match': `"other", W/${etag}` })
    expect(again).toMatchObject({ status: 304, body: '' })
    await change('renamed')
    expect((await get('/lieux/adp-1', { 'if-none-match': etag })).status).toBe(200)
  })

  test('comes compressed as the browser likes it', async () => {
    const plain = await get('/lieux/adp-1', { 'accept-encoding': 'gzip;q=0, identity' })
    const zipped = await get('/lieux/adp-1', { 'accept-encoding': 'gzip, nonsense' })
    const brotli = await get('/lieux/adp-1', { 'accept-encoding': 'gzip, br' })
    expect([plain, zipped, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(gunzipSync(Buffer.from(zipped.body, 'latin1')).toString()).toBe(plain.body)
    expect(Number(brotli.headers['content-length'])).toBeLessThan(plain.body.length / 5)
  })

  test('answers HEAD with the headers alone, and a range with all of it', async () => {
    const whole = await get('/lieux/adp-1')
    const head = await get('/lieux/adp-1', {}, origin, 'HEAD')
    expect(head).toMatchObject({ status: 200, body: '', headers: { etag: whole.headers.etag } })
    expect(await get('/lieux/adp-1', { range: 'bytes=0-3' })).toMatchObject({ status: 200, body: whole.body })
  })
})

describe('nothing is kept', () => {
  test.each(['rsc', 'next-router-prefetch', 'next-action'])('of a request with the header %s', async (name) => {
    await get('/lieux/adp-1')
    await get('/lieux/adp-1', { [name]: '1' })
    expect(renders).toBe(2)
  })

  test('of an address with a query, of a form that is sent, nor of what is not found', async () => {
    for (const [path, method] of [
      ['/lieux/adp-1?x=1', 'GET'],
      ['/lieux/adp-1', 'POST'],
      ['/lieux/adp-2', 'GET'],
    ]) {
      const first = await get(path ?? '', {}, origin, method)
      const second = await get(path ?? '', {}, origin, method)
      expect(first.headers['content-security-policy']).toContain('nonce')
      expect(second.headers['content-security-policy']).not.toBe(first.headers['content-security-policy'])
    }
  })

  test('of what is not found, which is rendered once a visit all the same', async () => {
    await get('/lieux/adp-2')
    renders = 0
    await get('/lieux/adp-2')
    expect(renders).toBe(1)
  })

  test('of an answer that gives a cookie', async () => {
    setsCookie = true
    await change('with a cookie')
    const answers = [await get('/lieux/adp-1'), await get('/lieux/adp-1')]
    expect(answers.map(({ headers }) => headers.etag)).toEqual([undefined, undefined])
  })

  test('while the mark cannot be read', async () => {
    const alone = await start(() => Promise.reject(new Error('The database does not answer.')))
    expect((await get('/lieux/adp-1', {}, alone)).headers['content-security-policy']).toContain('nonce')
  })
})

test('the map’s download and the counts are made anew while the mark cannot be read in time, for all who wait at once', async () => {
  const before = await getMapFile()
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await holder.connect()
  await holder.query('BEGIN; LOCK TABLE "PublicChange"')
  const { search } = parseSearch({})
  const asked = [getMapFile(), getMapFile(), getMapFile(), countFilters(search, false)]
  const [alone, one, another] = await Promise.all(asked).finally(() => holder.end())
  expect(alone).not.toBe(before)
  expect(one).toBe(another)
  expect(await getMapFile()).toBe(before)
})

/** As a program of its own would, on a connection of its own. */
async function change(name: string) {
  await query(process.env.DATABASE_URL ?? '', `UPDATE "Place" SET name = '${name}' WHERE id = 'adp-1'`)
}

async function start(mark: () => Promise<string>): Promise<string> {
  const render = pageRenderer(site, 'localhost')
  const server = createServer(keepPages({ render, readMark: mark }, site)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Not `fetch`, which decodes the body. */
async function get(path: string, headers: Record<string, string> = {}, from = origin, method = 'GET') {
  const asked = ask(from + path, { method, headers }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const isPlain = !response.headers['content-encoding']
  const body = isPlain
    ? await text(response)
    : (await response.toArray()).map((part) => part.toString('latin1')).join('')
  return { status: response.statusCode, headers: response.headers, body }
}
