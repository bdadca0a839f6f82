import type { ServerResponse } from 'node:http'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clientAddressHeader } from '@/lib/accounts/client-address'
import { feature, stubGeocoder } from '@/tests/support/geocoder-stub'

const stub = await stubGeocoder()
const found = feature({ label: '12 Rue du Bourg Neuf 41000 Blois', name: '12 Rue du Bourg Neuf' }, [1.3312, 47.5891])

beforeEach(() => {
  // Neither a breaker nor a cache of the test before.
  vi.resetModules()
  stub.asked = []
  stub.say(found)
})

async function addresses(q: string, client = '192.0.2.1') {
  const { GET } = await import('@/app/api/v1/adresses/route')
  const url = `http://localhost:3000/api/v1/adresses?q=${encodeURIComponent(q)}`
  return GET(new Request(url, { headers: { [clientAddressHeader]: client } }), {})
}

async function suggestions(q: string) {
  const { GET } = await import('@/app/api/v1/suggestions/route')
  const response = await GET(new Request(`http://localhost:3000/api/v1/suggestions?q=${encodeURIComponent(q)}`), {})
  return response.json()
}

async function understand(place: string) {
  const { understandWhere } = await import('@/app/(public)/lieux/understand-where')
  return understandWhere(place)
}

it('an address comes with its position, and is asked for once', async () => {
  const response = await addresses('12 rue du bourg neuf')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual([
    {
      libelle: '12 Rue du Bourg Neuf 41000 Blois',
      adresse: '12 Rue du Bourg Neuf',
      codePostal: '41000',
      commune: 'Blois',
      codeInsee: '41018',
      precision: 'adresse',
      lat: 47.5891,
      lon: 1.3312,
    },
  ])
  await addresses('12 Rue  du bourg neuf ')
  expect(stub.asked).toEqual(['/search?q=12+rue+du+bourg+neuf&limit=5&autocomplete=1'])
})

describe('the service failing is told in a moment, and then not waited for', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['an error', (response) => response.writeHead(500).end()],
    ['too many questions', (response) => response.writeHead(429).end()],
    ['not JSON', (response) => response.end('<html>')],
    ['another shape', (response) => response.end('{"features":[{"geometry":null}]}')],
    ['a place off the Earth', (response) => response.end(JSON.stringify({ features: [feature({}, ['x', null])] }))],
    ['a redirection', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['an endless answer', (response) => response.end(`{"features":[${' '.repeat(2_000_000)}]}`)],
  ])('%s', async (_, failing) => {
    stub.answer = failing
    for (const number of [1, 2, 3, 4]) {
      const response = await addresses(`${number} rue du bourg neuf`)
      expect(response.status).toBe(503)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    }
    expect(stub.asked).toHaveLength(3)
  })

  it('silence', async () => {
    stub.answer = () => {}
    const answers = await Promise.all([1, 2, 3].map((number) => addresses(`${number} rue du bourg neuf`)))
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503])
    // The service is left alone from here on: nobody waits for its silence.
    const before = stub.asked.length
    expect((await addresses('4 rue du bourg neuf')).status).toBe(503)
    expect(stub.asked).toHaveLength(before)
  })
})

it('what the service says is words on one line, whatever it holds', async () => {
  stub.say(feature({ label: `<b>1 rue\n\u0000</b>${'x'.repeat(5000)}` }))
  const [found] = await (await addresses('1 rue')).json()
  expect(found.libelle).toMatch(/^<b>1 rue <\/b>x+$/)
  expect(found.libelle.length).toBeLessThanOrEqual(200)
})

it('one client may not spend the national service for all', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 125; turn++) statuses.push((await addresses('12 rue du bourg neuf')).status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  expect((await addresses('12 rue du bourg neuf', '192.0.2.2')).status).toBe(200)
  expect(stub.asked).toHaveLength(1)
})

it('many clients together ask no more than the service takes', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, turn) => addresses(`${turn} rue`, `192.0.2.${turn}`)),
  )
  expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(0)
  expect(stub.asked.length).toBeLessThanOrEqual(50)
})

it('bad words are refused by name', async () => {
  expect((await addresses('')).status).toBe(400)
  expect((await addresses('x'.repeat(201))).status).toBe(400)
})

describe('suggestions', () => {
  it('offer the town that an address ends with, and say that it may be one', async () => {
    const { suggestions: found, adressePossible } = await suggestions('12 rue du bourg neuf blois')
    expect(found.map(({ libelle }: { libelle: string }) => libelle)).toEqual(['Blois (41000)'])
    expect(adressePossible).toBe(true)
  })
  it('do not take a town for an address', async () => {
    for (const q of ['blois', '41 blois', 'saint cyr sur loire', '41000', 'la rue', 'bretagne'])
      expect((await suggestions(q)).adressePossible, q).toBe(false)
  })
  it('show the postcode that was typed, or the only one', async () => {
    expect((await suggestions('44100')).suggestions[0]).toMatchObject({ nom: 'Nantes', codePostal: '44100' })
    expect((await suggestions('nantes')).suggestions[0]).toMatchObject({ codePostal: null, libelle: 'Nantes (44)' })
  })
  it('put a département first where no commune bears its name', async () => {
    expect((await suggestions('loir et cher')).suggestions[0]).toMatchObject({ type: 'departement', code: '41' })
    expect((await suggestions('41')).suggestions[0]).toMatchObject({ type: 'departement', code: '41' })
    expect((await suggestions('vienne')).suggestions[0]).toMatchObject({ type: 'commune', code: '38544' })
  })
  it('come back from what they put in the field', async () => {
    for (const q of ['saint denis', 'vienne', 'la réunion', 'lyon 3', 'paris', '41']) {
      for (const { libelle, type, code } of (await suggestions(q)).suggestions.slice(0, 5)) {
        const where = await understand(libelle)
        if (type === 'departement') expect(where, libelle).toMatchObject({ kind: 'department', department: { code } })
        else expect(where, libelle).toMatchObject({ kind: 'found', isGuess: false, commune: { code } })
      }
    }
  })
})

describe('a place typed without JavaScript', () => {
  it('is placed by its address when no commune bears its name', async () => {
    expect(await understand('12 rue du Bourg-Neuf Blois')).toMatchObject({
      kind: 'address',
      address: { label: '12 Rue du Bourg Neuf 41000 Blois', latitude: 47.5891 },
    })
  })
  it('is placed in its town when the address is not known, or cannot be asked for', async () => {
    stub.say()
    const lost = { kind: 'lostAddress', commune: { code: '41018' } }
    expect(await understand('99 rue Inconnue Blois')).toMatchObject({ ...lost, isServiceDown: false })
    stub.answer = (response) => response.writeHead(500).end()
    expect(await understand('98 rue Inconnue 41000 Blois')).toMatchObject({ ...lost, isServiceDown: true })
    expect(await understand('97 rue zzzzz')).toMatchObject({ kind: 'lostAddress', commune: null })
  })
  it('asks nobody else about the name of a commune', async () => {
    for (const place of ['Blois', 'st denis', '41 blois', '75012', 'la réunion']) await understand(place)
    expect(stub.asked).toEqual([])
  })
})
