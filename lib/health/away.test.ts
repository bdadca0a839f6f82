import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { unlessAway } from './away'
import type { DatabaseState } from './queries'

let state: DatabaseState = 'away'
const server = createServer(
  unlessAway(
    async () => state,
    (_, response) => response.end('the site'),
  ),
)
const ask = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init)

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => server.close())
beforeEach(() => {
  state = 'away'
})

test.each([
  ['/lieux?lieu=Blois', 'fr', 'Quelque chose n’a pas marché'],
  ['/coordination/lieux/%00', 'fr', 'Quelque chose n’a pas marché'],
  ['/ar/lieux', 'ar', 'حدث خطأ ما'],
])('%s says that the site is away, without a script, in the language of its address', async (path, locale, words) => {
  const answer = await ask(path)
  expect(answer.status).toBe(503)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const page = await answer.text()
  expect(page).toContain(`<html lang="${locale}"`)
  expect(page).toContain(`<h1>${words}</h1>`)
})

test('a form that is sent hears the same', async () => {
  expect((await ask('/connexion', { method: 'POST', body: new FormData() })).status).toBe(503)
})

test('the API says so in its own form', async () => {
  const answer = await ask('/api/v1/lieux')
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 503, title: 'La base de données ne répond pas.' })
})

test('HEAD gets the headers alone', async () => {
  const answer = await ask('/lieux', { method: 'HEAD' })
  expect([answer.status, await answer.text()]).toEqual([503, ''])
})

test('what is late is waited for: a busy machine has its database', async () => {
  state = 'late'
  expect((await ask('/lieux')).status).toBe(200)
})

const files = readdirSync('public', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const filePaths = files.map(({ parentPath, name }) => `${parentPath.slice('public'.length)}/${name}`)

test.each(['/_next/static/x.js', '/api/health', '/icon.svg', '/manifest.webmanifest', '/sw.js?v=1', ...filePaths])(
  '%s needs no database, and is answered all the while',
  async (path) => expect(await (await ask(path)).text()).toBe('the site'),
)

test('everything is answered once it is back', async () => {
  state = 'there'
  expect(await (await ask('/lieux?lieu=Blois')).text()).toBe('the site')
})
