import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { updatePlace } from '@/lib/places/mutations'
import { cellsOf, headers } from '@/lib/places/table/columns'
import { csvOf } from '@/lib/places/table/csv'
import type { QueryParams } from '@/lib/places/table/filters'
import { listMatchingIds, listPlacesFor, streamMatching, tableChoicesFor } from '@/lib/places/table/queries'
import { xlsxOf } from '@/lib/places/table/xlsx'
import { changeView } from '@/lib/places/views/mutations'
import { listViews } from '@/lib/places/views/queries'
import { todayFor } from '@/lib/today/queries'
import { placeNamed } from '../support/place-named'
import { namesOf, openTableScene } from '../support/places-table'

const { admin, coordinator, editor, elsewhere, ids, newPlaces, reader } = await openTableScene()

beforeEach(newPlaces)

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
