import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { importCommunes } from '@/lib/territory/mutations'
import { readOfficialList } from '@/lib/territory/official-list'
import { getCommune } from '@/lib/territory/queries'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communes-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => db.place.deleteMany())

const blois = official('41018', 'Blois', [1.32, 47.58])

function official(code: string, nom: string, coordinates?: [number, number], more: object = {}) {
  return {
    nom,
    code,
    codesPostaux: ['41000'],
    population: 47_000,
    codeDepartement: '41',
    codeRegion: '24',
    ...(coordinates && { centre: { type: 'Point', coordinates } }),
    ...more,
  }
}

async function importList(content: unknown) {
  const file = join(folder, 'communes.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return importCommunes(readOfficialList(file))
}

/** A place in Blois, at these coordinates or where its commune stands. */
async function placeIn(communeCode: string, precision: 'COMMUNE' | 'ADDRESS') {
  const { latitude, longitude } = await db.commune.findUniqueOrThrow({ where: { code: communeCode } })
  const place = { kind: 'MEDIATION', name: 'Un lieu', address: '1 rue Neuve', postcode: '41000' } as const
  return db.place.create({
    data: { ...place, communeCode, precision, latitude: latitude ?? 0, longitude: longitude ?? 0 },
    select: { id: true },
  })
}

test('the official list gives names, postcodes, people and positions, and adds communes', async () => {
  const done = await importList([
    blois,
    official('41269', 'Vendôme-la-Belle', undefined, { codesPostaux: ['41100', '41101'], codeEpci: '200072072' }),
    official('41999', 'Commune Nouvelle', [1.2, 47.5]),
  ])
  expect(done).toMatchObject({ added: 1, updated: 2, unchanged: 0 })
  expect(done.absent).toBeGreaterThan(35_000)
  expect(await getCommune('41018')).toMatchObject({ latitude: 47.58, longitude: 1.32, precision: 'SURVEYED' })
  expect(await getCommune('41269')).toMatchObject({
    name: 'Vendôme-la-Belle',
    postcodes: ['41100', '41101'],
    population: 47_000,
    precision: 'COMMUNE',
  })
  expect(await getCommune('41999')).toMatchObject({ name: 'Commune Nouvelle', departmentName: 'Loir-et-Cher' })
})

test('the same list again changes nothing', async () => {
  const list = [official('41018', 'Blois', [1.33, 47.59]), official('41295', 'Vineuil')]
  await importList(list)
  expect(await importList(list)).toMatchObject({ added: 0, updated: 0, unchanged: 2, movedPlaces: 0 })
})

test('a place in the middle of its commune follows it, stays approximate and says why; a located one stays', async () => {
  const approximate = await placeIn('41018', 'COMMUNE')
  const located = await placeIn('41018', 'ADDRESS')
  expect(await importList([official('41018', 'Blois', [1.31, 47.6])])).toMatchObject({ movedPlaces: 1 })
  const moved = await db.place.findUniqueOrThrow({ where: { id: approximate.id }, include: { revisions: true } })
  expect(moved).toMatchObject({ latitude: 47.6, longitude: 1.31, precision: 'COMMUNE', version: 2 })
  expect(moved.revisions).toMatchObject([
    {
      version: 2,
      after: { latitude: 47.6, longitude: 1.31, precision: 'COMMUNE' },
      reason: 'Position officielle de la commune',
    },
  ])
  expect(await db.place.findUniqueOrThrow({ where: { id: located.id } })).toMatchObject({ version: 1 })
})

test('a commune that the list does not name stays, and so do its places', async () => {
  const place = await placeIn('41269', 'COMMUNE')
  await importList([blois])
  expect(await db.place.findUnique({ where: { id: place.id } })).not.toBeNull()
})

test.each([
  ['a commune that is wrong', [blois, { ...blois, code: '4101' }], 'n° 2'],
  ['a commune twice', [blois, blois], 'deux fois'],
  ['an unknown département', [blois, official('96001', 'Nulle part', [0, 0], { codeDepartement: '96' })], '96001'],
  ['a list cut short', JSON.stringify([blois]).slice(0, -1), 'entière'],
  ['something else than a list', '<html>Bonjour</html>', 'entière'],
  ['an empty list', [], 'vide'],
])('%s refuses the whole list, and nothing changes', async (_, content, word) => {
  const before = await getCommune('41018')
  const changed = Array.isArray(content)
    ? content.map((commune) => ({ ...commune, ...(commune.code === '41018' && { population: 1 }) }))
    : content
  await expect(importList(changed)).rejects.toThrow(word)
  expect(await getCommune('41018')).toEqual(before)
})

test('a file that is not there is told', async () => {
  await expect(importCommunes(readOfficialList(join(folder, 'absent.json')))).rejects.toThrow('n’existe pas')
})

test('the list may come from the web; a server that refuses is told', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/communes' ? 200 : 500
    response.end(JSON.stringify([blois]))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await importCommunes(readOfficialList(`${address}/communes`))
    expect(await getCommune('41018')).toMatchObject({ longitude: 1.32 })
    await expect(importCommunes(readOfficialList(`${address}/ailleurs`))).rejects.toThrow('500')
  } finally {
    server.close()
  }
})
