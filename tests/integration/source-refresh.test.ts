import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { queueRefreshes, refreshNow, setRefresh, stopRefresh } from '@/lib/imports/refresh/mutations'
import { listSourcesFor } from '@/lib/imports/refresh/queries'
import { refreshSource } from '@/lib/imports/refresh/run/mutations'
import { createUpload } from '@/lib/imports/uploads/mutations'
import { makeHub, makeUser } from '@/tests/support/people'

let server: Server
let answer: { status?: number; body: string; etag?: string; meanwhile?: () => Promise<unknown> }
let asked: IncomingHttpHeaders[] = []
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/lieux.csv`

let anna: CurrentUser
let bruno: CurrentUser
let sourceId: string

beforeAll(async () => {
  server = createServer(async ({ headers }, response) => {
    asked.push(headers)
    await answer.meanwhile?.()
    const isSame = answer.etag !== undefined && headers['if-none-match'] === answer.etag
    response.writeHead(isSame ? 304 : (answer.status ?? 200), answer.etag ? { etag: answer.etag } : {})
    response.end(isSame ? '' : answer.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await makeHub('centre', ['41'])
  await makeHub('ouest', ['37'])
  anna = await makeUser('anna@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'centre' })
  bruno = await makeUser('bruno@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'ouest' })
})
afterAll(() => server.close())

const mapping = {
  fields: {
    id: { columns: ['Réf'] },
    nom: { columns: ['Intitulé'] },
    commune: { columns: ['Ville'] },
    adresse: { columns: ['Adr.'] },
    telephone: { columns: ['Tél.'] },
    frais_a_charge: { constant: 'Gratuit' },
  },
}
const header = 'Réf;Intitulé;Adr.;Ville;Tél.'
const first = `${header}\n1;Espace des Essais;1 rue des Essais;Blois;02 61 91 00 01\n2;Lieu d’ailleurs;;Tours;\n`

beforeEach(async () => {
  asked = []
  answer = { body: first }
  await db.place.deleteMany()
  await db.importRun.deleteMany()
  await db.source.deleteMany()
  await db.outboxMail.deleteMany()
  const { id } = await db.source.create({ data: { slug: 'annuaire', name: 'Annuaire', mapping } })
  sourceId = id
  await db.source.update({
    where: { id },
    data: { refreshUrl: url(), refreshDays: 7, nextRefresh: new Date('2026-11-22'), refreshUserId: anna.id },
  })
})

const at = (day: string) => new Date(`${day}T06:00:00Z`)
const refresh = (day: string) => refreshSource(sourceId, at(day), { isAllowed: () => true })
const source = () => db.source.findUniqueOrThrow({ where: { id: sourceId } })
const mails = () => db.outboxMail.findMany({ orderBy: { createdAt: 'asc' } })

describe('a source with an address', () => {
  it('is read as its columns were chosen, within the territory of who asked, and says what waits for her', async () => {
    expect(await refresh('2026-11-22')).toMatchObject({ kind: 'imported', report: { added: 1, refused: 1 } })
    expect(await db.place.findMany({ select: { name: true, phone: true, fees: true } })).toEqual([
      { name: 'Espace des Essais', phone: '+33261910001', fees: ['FREE'] },
    ])
    expect(await source()).toMatchObject({
      refreshedAt: at('2026-11-22'),
      nextRefresh: at('2026-11-29'),
      refreshError: null,
    })
    const [run] = await db.importRun.findMany()
    expect(run).toMatchObject({ sourceId, userId: anna.id, fileName: 'lieux.csv', rows: 2, added: 1, refused: 1 })
    const [mail] = await mails()
    expect(mail).toMatchObject({ to: 'anna@example.org', subject: 'Annuaire\u00A0: ce qui a changé' })
    expect(mail?.text).toContain('Lignes refusées : 1')
  })

  it('is left alone before its day, and asked only for what changed', async () => {
    answer.etag = '"1"'
    await refresh('2026-11-22')
    expect(await refresh('2026-11-25')).toEqual({ kind: 'idle' })
    expect(asked).toHaveLength(1)
    expect(await refresh('2026-11-29')).toEqual({ kind: 'same' })
    expect(asked[1]).toMatchObject({ 'if-none-match': '"1"' })
    answer.etag = undefined
    expect(await refresh('2026-12-06')).toEqual({ kind: 'same' })
    expect(await db.importRun.count()).toBe(1)
    expect(await mails()).toHaveLength(1)
  })

  it('changes what its new release changes, and tells a release once', async () => {
    await refresh('2026-11-22')
    answer.body = first.replace('02 61 91 00 01', '02 61 91 00 02')
    const both = await Promise.all([refresh('2026-11-29'), refresh('2026-11-29')])
    expect(both.filter(({ kind }) => kind === 'imported').length).toBeGreaterThan(0)
    expect(await db.place.findMany({ select: { phone: true } })).toEqual([{ phone: '+33261910002' }])
    expect(await mails()).toHaveLength(2)
  })

  it('is not emptied by a column that left', async () => {
    await refresh('2026-11-22')
    answer.body = first.replace('Tél.', 'Téléphone')
    expect(await refresh('2026-11-29')).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('disparu du fichier : Tél.'),
    })
    expect(await db.place.findMany({ select: { phone: true } })).toEqual([{ phone: '+33261910001' }])
    expect(await source()).toMatchObject({ refreshFailures: 1, nextRefresh: at('2026-11-30') })
    expect((await mails()).at(-1)?.subject).toBe('Annuaire\u00A0: le fichier ne peut plus être lu')
  })

  it('that does not answer is tried again, told the third time and no other', async () => {
    answer = { status: 503, body: '' }
    for (const day of ['2026-11-22', '2026-11-23']) expect(await refresh(day)).toMatchObject({ kind: 'failed' })
    expect(await mails()).toHaveLength(0)
    for (const day of ['2026-11-24', '2026-11-25']) await refresh(day)
    expect((await mails()).map(({ to }) => to)).toEqual(['anna@example.org'])
    answer = { body: first }
    expect(await refresh('2026-11-26')).toMatchObject({ kind: 'imported' })
    expect(await source()).toMatchObject({ refreshFailures: 0, refreshError: null })
  })

  it.each([
    ['a page instead of the file', '<!doctype html><p>Connexion', 'page web'],
    ['rows that cannot be taken', `${header}\n1;;;;\n2;<script>x</script>;;Blois;\n`, 'Aucune ligne'],
  ])('imports nothing of %s, and says it at once', async (_, body, sentence) => {
    answer = { body }
    expect(await refresh('2026-11-22')).toMatchObject({ kind: 'failed', reason: expect.stringContaining(sentence) })
    expect(await db.importRun.count()).toBe(0)
    expect(await mails()).toHaveLength(1)
  })

  it('is never asked from inside the network', async () => {
    expect(await refreshSource(sourceId, at('2026-11-22'))).toMatchObject({
      kind: 'failed',
      reason: 'Cette adresse n’est pas sur l’internet public.',
    })
    expect(asked).toHaveLength(0)
  })

  it('stops when who asked for it may no longer import', async () => {
    const claire = await makeUser('claire@example.org')
    await db.source.update({ where: { id: sourceId }, data: { refreshUserId: claire.id } })
    expect(await refresh('2026-11-22')).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('n’a plus le droit'),
    })
    expect(asked).toHaveLength(0)
  })
})

describe('while a source is read', () => {
  it('its readings may be stopped: nothing of the release stays', async () => {
    answer.meanwhile = () => stopRefresh(anna, { sourceId })
    expect(await refresh('2026-11-22')).toEqual({ kind: 'idle' })
    expect(await db.place.count()).toBe(0)
    expect(await source()).toMatchObject({ refreshUrl: null, refreshedAt: null, refreshDigest: null })
    expect(await mails()).toHaveLength(0)
  })

  it('a failure of readings that were stopped is told to nobody', async () => {
    answer = { body: '<!doctype html>', meanwhile: () => stopRefresh(anna, { sourceId }) }
    expect(await refresh('2026-11-22')).toEqual({ kind: 'idle' })
    expect(await mails()).toHaveLength(0)
  })

  it('who asked for it may lose her rights: nothing is imported', async () => {
    const dora = await makeUser('dora@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'centre' })
    await db.source.update({ where: { id: sourceId }, data: { refreshUserId: dora.id } })
    answer.meanwhile = () => db.membership.deleteMany({ where: { userId: dora.id } })
    expect(await refresh('2026-11-22')).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('n’a plus le droit'),
    })
    expect(await db.place.count()).toBe(0)
  })
})

it('a key that left the objects of a source empties nothing, and is read again once it is back', async () => {
  const place = { Réf: '1', Intitulé: 'Espace des Essais', Ville: 'Blois', 'Adr.': '1 rue des Essais' }
  const release = async (day: string, ...places: object[]) => {
    answer = { body: JSON.stringify(places) }
    const { kind } = await refresh(day)
    const found = await db.place.findMany({ select: { name: true, phone: true }, orderBy: { name: 'asc' } })
    return [kind, ...found.map(({ name, phone }) => [name, phone])]
  }
  const other = { ...place, Réf: '2', Intitulé: 'Lieu des Essais', 'Adr.': '2 rue des Essais' }
  const said = { 'Tél.': '02 61 91 00 01' }
  expect(await release('2026-11-22', { ...place, ...said }, other)).toEqual([
    'imported',
    ['Espace des Essais', '+33261910001'],
    ['Lieu des Essais', null],
  ])
  expect(await release('2026-11-29', { ...place, Intitulé: 'Espace rénové' }, other)).toEqual([
    'imported',
    ['Espace rénové', '+33261910001'],
    ['Lieu des Essais', null],
  ])
  // Where others still say it, saying nothing is saying that there is none
  expect(await release('2026-12-06', place, { ...other, ...said })).toEqual([
    'imported',
    ['Espace des Essais', null],
    ['Lieu des Essais', '+33261910001'],
  ])
})

describe('the reading of a source', () => {
  const request = () => ({ sourceId, url: 'https://example.org/lieux.csv', days: 30 })

  it('is set, hastened and stopped by a coordinator of the hub whose it is, and by no other', async () => {
    await expect(setRefresh(bruno, request())).rejects.toThrow('n’existe pas')
    await refresh('2026-11-22')
    await setRefresh(anna, request())
    expect(await source()).toMatchObject({
      refreshUrl: 'https://example.org/lieux.csv',
      refreshDays: 30,
      refreshDigest: null,
    })
    await refreshNow(anna, { sourceId })
    expect(
      (await listSourcesFor(anna)).map(({ name, placeCount, mayChange }) => [name, placeCount, mayChange]),
    ).toEqual([['Annuaire', 1, true]])
    expect(await listSourcesFor(bruno)).toEqual([])
    // A file under the same name shows nothing of it
    const upload = { fileName: 'a.csv', content: new TextEncoder().encode('a;b'), sourceName: 'Annuaire' }
    await createUpload(bruno, upload)
    expect(await listSourcesFor(bruno)).toEqual([])
    await expect(stopRefresh(bruno, { sourceId })).rejects.toThrow('n’existe pas')
    await stopRefresh(anna, { sourceId })
    expect(await source()).toMatchObject({
      refreshUrl: null,
      refreshDays: null,
      nextRefresh: null,
      refreshUserId: null,
    })
    await expect(refreshNow(anna, { sourceId })).rejects.toThrow('pas d’adresse')
  })

  it('gets a job when its day has come', async () => {
    expect(await queueRefreshes(at('2026-11-21'))).toBe(0)
    expect(await queueRefreshes(at('2026-11-22'))).toBe(1)
    const jobs = await db.$queryRaw<
      { task: string }[]
    >`SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = ${`refresh-source ${sourceId}`}`
    expect(jobs).toEqual([{ task: 'refresh-source' }])
  })
})
