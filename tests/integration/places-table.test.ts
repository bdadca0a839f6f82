import { unzipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import type { BulkChange } from '@/lib/places/bulk/change'
import { prepareBulkEdit, startBulkEdit, undoBulkEdit } from '@/lib/places/bulk/mutations'
import { bulkEditProgress, getBulkEdit, listBulkEdits, previewBulkEdit } from '@/lib/places/bulk/queries'
import { runBulkEdit } from '@/lib/places/bulk/run/mutations'
import { createPlace, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { cellsOf, headers } from '@/lib/places/table/columns'
import { csvOf } from '@/lib/places/table/csv'
import { type QueryParams, readFilters } from '@/lib/places/table/filters'
import { listMatchingIds, listPlacesFor, streamMatching, tableChoicesFor } from '@/lib/places/table/queries'
import { xlsxOf } from '@/lib/places/table/xlsx'
import { changeView } from '@/lib/places/views/mutations'
import { listViews } from '@/lib/places/views/queries'
import { todayFor } from '@/lib/today/queries'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let admin: CurrentUser
let coordinator: CurrentUser
let editor: CurrentUser
let elsewhere: CurrentUser
let reader: CurrentUser

beforeAll(async () => {
  await makeHub('hub-lo', ['37', '41'])
  await makeHub('hub-bretagne', ['35'])
  admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-lo' })
  editor = await makeUser('editor@example.org', { role: 'HUB_EDITOR', hubSlug: 'hub-lo' })
  elsewhere = await makeUser('elsewhere@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-bretagne' })
  reader = await makeUser('reader@example.org', { role: 'READER', hubSlug: 'hub-lo' })
})

const ids = {} as Record<'blois' | 'tours' | 'bare' | 'rennes', string>

beforeEach(async () => {
  await db.bulkEdit.deleteMany()
  await db.place.deleteMany()
  const add = async (name: string, fields: Record<string, unknown> = {}) =>
    (await createPlace(admin, placeNamed(name, fields))).id
  ids.blois = await add('Médiathèque', {
    openingHours: '24/7',
    phone: '02 61 91 00 01',
    programmes: ['PIX'],
    takesReferrals: 'true',
  })
  ids.tours = await add('Étincelle', {
    communeCode: '37261',
    postcode: '37000',
    kind: 'FABRIQUE',
    accessModes: ['REFERRAL_FORM_BY_EMAIL'],
  })
  ids.bare = await add('Cave', { services: {}, precision: 'COMMUNE' })
  ids.rennes = await add('Rennes', { communeCode: '35238', postcode: '35000' })
})

async function namesOf(user: CurrentUser, parameters: QueryParams): Promise<string[]> {
  const { filters, unknown } = readFilters(parameters, await tableChoicesFor(user))
  expect(unknown).toEqual([])
  return (await listPlacesFor(user, filters)).places.map(({ name }) => name)
}

describe('the table', () => {
  test('holds the territory of who asks, and nothing else', async () => {
    expect(await namesOf(admin, {})).toEqual(['Cave', 'Étincelle', 'Médiathèque', 'Rennes'])
    expect(await namesOf(reader, {})).toEqual(['Cave', 'Étincelle', 'Médiathèque'])
    expect(await namesOf(elsewhere, {})).toEqual(['Rennes'])
    expect(await listMatchingIds(elsewhere, {})).toEqual([ids.rennes])
  })

  test.each([
    [{ q: 'MEDIATHEQUE blois' }, ['Médiathèque']],
    [{ q: 'mediatheque tours' }, []],
    [{ q: '02 61 91 00 01' }, ['Médiathèque']],
    [{ type: 'fabrique' }, ['Étincelle']],
    [{ type: ['fabrique', 'mediation'], departement: '37' }, ['Étincelle']],
    [{ commune: 'blois' }, ['Cave', 'Médiathèque']],
    [{ commune: '37261' }, ['Étincelle']],
    [{ commune: 'nulle-part' }, []],
    [{ service: 'insertion-professionnelle-via-le-numerique' }, ['Étincelle', 'Médiathèque']],
    [{ sans_service: 'insertion-professionnelle-via-le-numerique' }, ['Cave']],
    [{ programme: 'certification-pix' }, ['Médiathèque']],
    [{ orientation: 'recues' }, ['Étincelle', 'Médiathèque']],
    [{ orientation: 'non-recues' }, ['Cave']],
    [{ manque: 'services' }, ['Cave']],
    [{ manque: ['services', 'horaires'] }, ['Cave', 'Étincelle']],
    [{ manque: 'position', statut: 'brouillon' }, ['Cave']],
    [{ statut: 'publie' }, []],
    [{ fraicheur: 'a-jour' }, ['Cave', 'Étincelle', 'Médiathèque']],
    [{ fraicheur: 'jamais' }, []],
    [{ source: 'aucune', modifie: '7-jours' }, ['Cave', 'Étincelle', 'Médiathèque']],
    [{ modifie: 'plus-d-un-an' }, []],
    [{ suivi: 'personne' }, ['Cave', 'Étincelle', 'Médiathèque']],
    [{ suivi: 'moi' }, []],
    [{ tri: '-nom' }, ['Médiathèque', 'Étincelle', 'Cave']],
    [{ tri: 'commune' }, ['Cave', 'Médiathèque', 'Étincelle']],
    [{ tri: '-services' }, ['Étincelle', 'Médiathèque', 'Cave']],
    [{ tri: 'manque' }, ['Médiathèque', 'Étincelle', 'Cave']],
    [{ page: '2' }, []],
  ] satisfies [QueryParams, string[]][])('%o shows %o', async (parameters, expected) => {
    expect(await namesOf(coordinator, parameters)).toEqual(expected)
  })

  test('says which listings are to be confirmed after the delay of their hub, as the messages do', async () => {
    const old = new Date(Date.now() - 150 * 86_400_000)
    await db.place.updateMany({ where: { name: 'Cave' }, data: { verifiedAt: old, recordDate: old } })
    expect(await namesOf(coordinator, { fraicheur: 'a-confirmer' })).toEqual([])
    await db.hub.update({ where: { slug: 'hub-lo' }, data: { confirmAfterMonths: 4 } })
    expect(await namesOf(coordinator, { fraicheur: 'a-confirmer' })).toEqual(['Cave'])
    expect(await namesOf(coordinator, { fraicheur: 'a-jour' })).toEqual(['Étincelle', 'Médiathèque'])
    await db.hub.update({ where: { slug: 'hub-lo' }, data: { confirmAfterMonths: 6 } })
  })

  test('tells how many match, whatever the page', async () => {
    expect(await listPlacesFor(coordinator, { page: 9 })).toMatchObject({ total: 3, pageCount: 1, places: [] })
  })

  test('offers the places of her territory to those who may edit there', async () => {
    const sourceOf = async (slug: string, placeId: string) =>
      db.source.create({
        data: { slug, name: slug, places: { create: { externalId: slug, placeId, record: {} } } },
      })
    await sourceOf('releve-centre', ids.blois)
    await sourceOf('releve-ouest', ids.rennes)
    const sources = async (user: CurrentUser) => (await tableChoicesFor(user)).sources.map(({ slug }) => slug)
    expect(await sources(coordinator)).toEqual(['releve-centre'])
    expect(await sources(admin)).toEqual(['releve-centre', 'releve-ouest'])
    const names = async (user: CurrentUser) => (await tableChoicesFor(user)).colleagues.map(({ name }) => name)
    expect(await names(coordinator)).toEqual(['coordinator', 'editor'])
    expect(await names(elsewhere)).toEqual(['elsewhere'])
  })
})

async function read(pieces: AsyncGenerator<Uint8Array, void>): Promise<Buffer> {
  const chunks = []
  for await (const piece of pieces) chunks.push(piece)
  return Buffer.concat(chunks)
}

async function* cells(user: CurrentUser) {
  for await (const places of streamMatching(user, { sort: { column: 'name', descending: true } }))
    yield places.map(cellsOf)
}

describe('a file', () => {
  test('holds what the table shows, in its order', async () => {
    const text = (await read(csvOf(headers, cells(coordinator)))).toString('utf8')
    const lines = text.slice(1).trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain('"Médiathèque"')
    expect(lines[1]).toContain('"02 61 91 00 01"')
    const book = unzipSync(await read(xlsxOf(headers, cells(coordinator))))
    const sheet = Buffer.from(book['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')
    expect(sheet.match(/<row /g)).toHaveLength(4)
    expect(sheet).toContain('>41000<')
  })

  test('starts no formula, and no markup', async () => {
    await updatePlace(admin, ids.blois, 1, placeNamed('=HYPERLINK("http://x")', { summary: '<b>' }))
    const text = (await read(csvOf(headers, cells(coordinator)))).toString('utf8')
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    const sheet = unzipSync(await read(xlsxOf(headers, cells(coordinator))))['xl/worksheets/sheet1.xml']
    expect(Buffer.from(sheet ?? []).toString('utf8')).toContain("'=HYPERLINK(&quot;http://x&quot;)")
  })
})

async function bulk(user: CurrentUser, change: BulkChange, places = Object.values(ids), reason: string | null = null) {
  const id = await prepareBulkEdit(user, change, { ids: places })
  const preview = await previewBulkEdit(user, await getBulkEdit(user, id))
  await startBulkEdit(user, id, reason)
  return { id, preview, progress: await bulkEditProgress(id) }
}

const statusOf = async (id: string) => (await db.place.findUniqueOrThrow({ where: { id } })).status
const publish: BulkChange = { kind: 'status', status: 'PUBLISHED' }

describe('a bulk edit', () => {
  test('says what it will change, then does that and nothing else, with its reason', async () => {
    const { id, preview, progress } = await bulk(coordinator, publish, Object.values(ids), 'Vérifiés au téléphone')
    expect(preview).toMatchObject({ total: 3, changed: 2 })
    expect(preview.exceptions).toMatchObject([{ note: 'il manque au moins un service', count: 1 }])
    expect(progress).toMatchObject({ total: 3, done: 3, changed: 2 })
    expect(await statusOf(ids.blois)).toBe('PUBLISHED')
    expect(await statusOf(ids.bare)).toBe('DRAFT')
    expect(await statusOf(ids.rennes)).toBe('DRAFT')
    const revision = await db.placeRevision.findFirstOrThrow({ where: { placeId: ids.blois, version: 2 } })
    expect(revision).toMatchObject({
      userId: coordinator.id,
      reason: 'Modification groupée\u00a0: Vérifiés au téléphone',
    })
    expect((await getBulkEdit(coordinator, id)).status).toBe('DONE')
    expect(await listBulkEdits(coordinator)).toMatchObject([{ id, changed: 2 }])
  })

  test('does not say that anybody confirmed the places', async () => {
    await db.place.updateMany({ data: { verifiedAt: null } })
    await bulk(coordinator, publish)
    expect(await db.place.count({ where: { status: 'PUBLISHED', verifiedAt: null } })).toBe(2)
  })

  test('leaves alone what changed since the person looked, and says so', async () => {
    const id = await prepareBulkEdit(coordinator, publish, { ids: [ids.blois, ids.tours] })
    await updatePlace(editor, ids.blois, 1, placeNamed('Renommée'))
    await startBulkEdit(coordinator, id, null)
    expect(await bulkEditProgress(id)).toMatchObject({ changed: 1, exceptions: [{ outcome: 'STALE', count: 1 }] })
    expect(await statusOf(ids.blois)).toBe('DRAFT')
  })

  test.each([
    ['a service', { kind: 'service', service: 'ONLINE_SAFETY', adds: true }, 3],
    ['a service less', { kind: 'service', service: 'EMPLOYMENT', adds: false }, 2],
    ['a programme', { kind: 'programme', programme: 'PIX', adds: true }, 2],
    ['a programme less', { kind: 'programme', programme: 'PIX', adds: false }, 1],
    ['the referrals that they receive', { kind: 'referrals', takes: true }, 2],
  ] satisfies [string, BulkChange, number][])(
    '%s: changes those that need it, and is undone whole',
    async (_, change, changed) => {
      const whole = () => listPlacesFor(admin, {})
      const before = (await whole()).places.map(({ serviceCount, gaps }) => ({ serviceCount, gaps }))
      const { id, progress } = await bulk(coordinator, change)
      expect(progress.changed).toBe(changed)
      const undo = await undoBulkEdit(coordinator, id)
      expect(await bulkEditProgress(undo)).toMatchObject({ changed, total: changed })
      expect((await whole()).places.map(({ serviceCount, gaps }) => ({ serviceCount, gaps }))).toEqual(before)
      await expect(undoBulkEdit(coordinator, id)).rejects.toThrow('déjà annulée')
    },
  )

  test('is undone but for what was changed again since, and the undoing is undone too', async () => {
    const { id } = await bulk(coordinator, publish)
    await setPlaceStatus(coordinator, ids.tours, 2, 'ARCHIVED')
    const undo = await undoBulkEdit(coordinator, id)
    expect(await bulkEditProgress(undo)).toMatchObject({ changed: 1, exceptions: [{ outcome: 'REFUSED', count: 1 }] })
    expect([await statusOf(ids.blois), await statusOf(ids.tours)]).toEqual(['DRAFT', 'ARCHIVED'])
    await undoBulkEdit(coordinator, undo)
    expect(await statusOf(ids.blois)).toBe('PUBLISHED')
  })

  test('gives places to somebody who may edit them, tells no public page, and gives them back', async () => {
    const marks = async () => (await db.publicChange.aggregate({ _sum: { statements: true } }))._sum.statements
    const before = await marks()
    await bulk(coordinator, { kind: 'assign', userId: editor.id }, [ids.blois])
    const { id, preview } = await bulk(coordinator, { kind: 'assign', userId: coordinator.id })
    expect(preview).toMatchObject({ total: 3, changed: 3 })
    expect(await namesOf(coordinator, { suivi: 'moi' })).toEqual(['Cave', 'Étincelle', 'Médiathèque'])
    await undoBulkEdit(coordinator, id)
    expect(await namesOf(coordinator, { suivi: editor.id })).toEqual(['Médiathèque'])
    expect(await namesOf(coordinator, { suivi: 'personne' })).toEqual(['Cave', 'Étincelle'])
    expect(await marks()).toBe(before)
    expect((await bulk(admin, { kind: 'assign', userId: elsewhere.id })).preview).toMatchObject({
      changed: 1,
      exceptions: [{ note: 'hors des droits de elsewhere', count: 3 }],
    })
  })

  test('reaches only what its person may change, by the rights that she has when it is done', async () => {
    expect((await bulk(reader, publish)).preview).toMatchObject({
      changed: 0,
      exceptions: [{ note: 'hors de vos droits' }],
    })
    await expect(prepareBulkEdit(elsewhere, publish, { ids: [ids.blois] })).rejects.toThrow('Cochez')
    const id = await prepareBulkEdit(editor, publish, { ids: [ids.blois] })
    await expect(getBulkEdit(coordinator, id)).rejects.toThrow()
    await expect(startBulkEdit(coordinator, id, null)).rejects.toThrow()
    const kept = await db.membership.findFirstOrThrow({ where: { userId: editor.id } })
    await db.membership.delete({ where: { id: kept.id } })
    await startBulkEdit(editor, id, null)
    await db.membership.create({ data: kept })
    expect(await statusOf(ids.blois)).toBe('DRAFT')
  })

  test('begun again after an interruption, does what is left once', async () => {
    const id = await prepareBulkEdit(coordinator, publish, {
      filters: { ...readFilters({}, await tableChoicesFor(coordinator)).filters },
    })
    await db.bulkEdit.update({ where: { id }, data: { status: 'RUNNING' } })
    await Promise.all([runBulkEdit(id), runBulkEdit(id)])
    expect(await bulkEditProgress(id)).toMatchObject({ done: 3, changed: 2 })
    expect(await db.placeRevision.count({ where: { placeId: ids.blois } })).toBe(2)
  })
})

describe('a view', () => {
  test('is kept, renamed and removed by whose it is alone', async () => {
    await changeView(coordinator, { intent: 'keep', name: 'À publier', query: 'statut=brouillon' })
    await expect(changeView(coordinator, { intent: 'keep', name: 'À publier', query: '' })).rejects.toThrow('déjà')
    const [view] = await listViews(coordinator)
    const id = view?.id ?? ''
    await expect(changeView(editor, { intent: 'remove', id })).rejects.toThrow('n’existe plus')
    await changeView(coordinator, { intent: 'rename', id, name: 'Brouillons' })
    expect(await listViews(coordinator)).toEqual([{ id, name: 'Brouillons', query: 'statut=brouillon' }])
    expect(await listViews(editor)).toEqual([])
    await changeView(coordinator, { intent: 'remove', id })
    expect(await listViews(coordinator)).toEqual([])
  })
})

describe('the work of the morning', () => {
  test('is counted within the territory', async () => {
    await db.report.create({ data: { placeId: ids.blois, subject: 'HOURS' } })
    await db.duplicateCandidate.create({ data: { oneId: ids.blois, otherId: ids.tours, score: 0.9, signals: [] } })
    expect(await todayFor(coordinator)).toEqual({
      tasks: {
        referrals: null,
        reports: 1,
        unconfirmed: 0,
        duplicates: 1,
        helpers: 0,
        services: 1,
        hours: 2,
        position: 1,
        imports: 0,
        invitations: 0,
      },
      places: { PUBLISHED: 0, DRAFT: 3, ARCHIVED: 0 },
    })
    expect((await todayFor(elsewhere)).tasks).toMatchObject({ reports: 0, duplicates: 0, services: 0, hours: 1 })
    expect((await todayFor(reader)).tasks).toMatchObject({ reports: 0, invitations: 0 })
  })

  test('tells an import that refused rows to those of its territory', async () => {
    const source = await db.source.create({ data: { slug: `s-${Date.now()}`, name: 'S' } })
    const counts = { rows: 2, added: 1, updated: 0, unchanged: 0, duplicates: 0, refused: 1 }
    const run = await db.importRun.create({
      data: { sourceId: source.id, fileName: 'a.csv', format: 'csv', report: [], ...counts },
    })
    await db.placeRevision.create({
      data: { placeId: ids.blois, version: 99, before: {}, after: {}, importRunId: run.id },
    })
    expect((await todayFor(coordinator)).tasks.imports).toBe(1)
    expect((await todayFor(elsewhere)).tasks.imports).toBe(0)
  })
})
