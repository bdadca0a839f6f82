import { afterEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { purgeUploads } from '@/lib/imports/retention/mutations'
import { advanceUpload } from '@/lib/imports/steps/mutations'
import { resumeUploads } from '@/lib/imports/uploads/change/mutations'
import { decideKind, decideRow } from '@/lib/imports/uploads/decisions/mutations'
import { createUpload, removeUpload, retryUpload } from '@/lib/imports/uploads/mutations'
import { countRows, getUploadFor } from '@/lib/imports/uploads/queries'
import { resumeBulkEdits } from '@/lib/places/bulk/mutations'
import { createPlace } from '@/lib/places/mutations'
import { everythingImported, placeRow } from '../support/national-rows'
import { makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'
import { forgetImports, kindsOf, openUploadScene, placeOf, row, rowsOf } from '../support/uploads'

const { apply, coordinator, send, sendAndApply } = await openUploadScene()

afterEach(forgetImports)

describe('a file that a person sends', () => {
  it('tells what each row would do, and writes nothing', async () => {
    await sendAndApply([row('kept'), row('moved'), placeRow])
    const before = await everythingImported()
    const id = await send([
      row('kept'),
      row('moved', { telephone: '+33261910009', date_maj: '2024-06-01' }),
      row('new'),
      row('new', { id: 'twin' }),
      row('away', { commune: 'Rennes', code_postal: '35000', latitude: 48.11, longitude: -1.68 }),
      row('nameless', { nom: '' }),
      row('vague', { latitude: undefined, longitude: undefined }),
      { ...placeRow, id: 'other', nom: 'Espace des essais', adresse: '1 r. des Essais' },
    ])
    expect(await getUploadFor(coordinator, id)).toMatchObject({ state: 'READY', error: null })
    expect(await kindsOf(id)).toEqual([
      'UNCHANGED',
      'CHANGED',
      'ADDED',
      'DUPLICATE',
      'REFUSED',
      'REFUSED',
      'DOUBTFUL',
      'DOUBTFUL',
    ])
    const [moved] = await rowsOf(id, 'CHANGED')
    expect(moved).toMatchObject({
      decision: 'TAKE',
      changes: { before: { phone: null }, after: { phone: '+33261910009' } },
    })
    expect((await rowsOf(id, 'REFUSED')).map(({ reasons }) => reasons[0])).toEqual([
      'Hors de votre territoire : Rennes (35)',
      'Le nom du lieu manque',
    ])
    const [vague, double] = await rowsOf(id, 'DOUBTFUL')
    expect(vague).toMatchObject({ doubts: ['position'], decision: null })
    expect(double).toMatchObject({ doubts: ['double'], candidates: [{ id: (await placeOf('a')).id }] })
    expect(await everythingImported()).toBe(before)
  })

  it('finds a double beyond the border of a département, among places and among rows', async () => {
    const admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
    // Saint-Laurent-Nouan and Beaugency face one another across the Loire
    const north = { commune: 'Beaugency', code_postal: '45190', latitude: 47.7788, longitude: 1.6311 }
    const south = { commune: 'Saint-Laurent-Nouan', code_postal: '41220', latitude: 47.7786, longitude: 1.6309 }
    const name = { nom: 'Médiathèque Genevoix', adresse: '3 quai de la Loire' }
    const place = await createPlace(
      admin,
      placeNamed(name.nom, {
        address: name.adresse,
        communeCode: '45028',
        postcode: '45190',
        latitude: String(north.latitude),
        longitude: String(north.longitude),
      }),
    )
    const alone = await send([row('s', { ...name, ...south })], admin)
    expect(await rowsOf(alone, 'DOUBTFUL')).toMatchObject([{ doubts: ['double'], candidates: [{ id: place.id }] }])
    const hers = await send([row('s', { ...name, ...south })])
    expect(await kindsOf(hers)).toEqual(['ADDED'])
    await db.place.deleteMany()
    const both = await send([row('n', { ...name, ...north }), row('s', { ...name, ...south })], admin)
    expect(await kindsOf(both)).toEqual(['ADDED', 'DOUBTFUL'])
  })

  it('writes what was taken and nothing else, under her name', async () => {
    const id = await send([row('one'), row('two'), row('three')])
    await decideRow(coordinator, { id, row: 2, intent: 'leave' })
    expect(await apply(id)).toMatchObject({ state: 'DONE', run: { added: 2, updated: 0 } })
    expect(await db.place.count()).toBe(2)
    const { id: placeId } = await placeOf('one')
    expect(await db.placeRevision.findFirstOrThrow({ where: { placeId } })).toMatchObject({ userId: coordinator.id })
    expect((await rowsOf(id, 'ADDED')).map(({ outcome }) => outcome)).toEqual(['ADDED', null, 'ADDED'])
    expect(await db.importUpload.count({ where: { content: { not: null } } })).toBe(0)
  })

  it('leaves the second row of a place with the first', async () => {
    const id = await send([row('one'), row('one', { id: 'twin' }), row('two')])
    await decideRow(coordinator, { id, row: 1, intent: 'leave' })
    await apply(id)
    expect(await db.place.count()).toBe(1)
  })

  it('makes a row the place that she says it is, and empties nothing of it', async () => {
    await sendAndApply([placeRow])
    const { id: placeId } = await placeOf('a')
    const { telephone: _, ...mute } = placeRow
    const id = await send([{ ...mute, id: 'z', nom: 'Espace des essais', courriels: 'a@example.org' }])
    await decideRow(coordinator, { id, row: 1, intent: 'match', match: placeId })
    const [matched] = await rowsOf(id, 'DOUBTFUL')
    expect(matched).toMatchObject({ decision: 'MATCH', matchId: placeId, placeId })
    expect(matched?.changes?.after).toEqual({ name: 'Espace des essais', emails: ['a@example.org'] })
    await apply(id)
    expect(await db.place.count()).toBe(1)
    expect(await placeOf('z')).toMatchObject({ id: placeId, phone: '+33261910001', emails: ['a@example.org'] })
  })

  it('suggests what it says against what a person typed', async () => {
    const place = await createPlace(coordinator, placeNamed('Espace des Essais', { phone: '02 61 91 00 01' }))
    const id = await send([{ ...placeRow, telephone: '+33261910009', courriels: 'a@example.org' }])
    await decideRow(coordinator, { id, row: 1, intent: 'match', match: place.id })
    await apply(id)
    expect(await db.place.findUniqueOrThrow({ where: { id: place.id } })).toMatchObject({
      phone: '+33261910001',
      emails: ['a@example.org'],
    })
    const proposals = await db.proposal.findMany({ where: { placeId: place.id } })
    expect(proposals).toMatchObject([{ origin: 'IMPORT', source: 'essais', status: 'OPEN', version: 2 }])
    expect(proposals[0]?.changes).toMatchObject({ phone: '+33261910009' })
  })

  it('takes all the rows of a kind, or leaves them', async () => {
    const id = await send([row('one'), row('vague', { latitude: undefined, longitude: undefined })])
    await decideKind(coordinator, { id, kind: 'ADDED', intent: 'leave' })
    await decideKind(coordinator, { id, kind: 'DOUBTFUL', doubt: 'position', intent: 'take' })
    expect(await countRows(id)).toMatchObject({ taken: { ADDED: 0, DOUBTFUL: 1 }, undecided: 0 })
    await apply(id)
    expect(await placeOf('vague')).toMatchObject({ precision: 'COMMUNE', communeCode: '41018' })
    expect(await db.place.count()).toBe(1)
  })

  it('refuses what is no table with a sentence, and keeps nothing of it', async () => {
    const content = new TextEncoder().encode('%PDF-1.4 …')
    const { id } = await createUpload(coordinator, { fileName: '../../lieux.pdf', content, sourceName: 'Essais' })
    await advanceUpload(id)
    const upload = await getUploadFor(coordinator, id)
    expect(upload).toMatchObject({ state: 'FAILED', fileName: 'lieux.pdf' })
    expect(upload.error).toContain('PDF')
    await removeUpload(coordinator, id)
    expect(await db.importUpload.count()).toBe(0)
  })
})

describe('what waits', () => {
  const ago = async (id: string, days: number) => {
    await db.importUpload.update({ where: { id }, data: { updatedAt: new Date(Date.now() - days * 86_400_000) } })
    return id
  }

  it('is forgotten after thirty days when nobody imports it, and told', async () => {
    const old = await ago(await send([row('one')]), 31)
    const recent = await ago(await send([row('two')]), 29)
    const done = await ago(await sendAndApply([row('three')]), 90)
    await purgeUploads(new Date())
    expect(await getUploadFor(coordinator, old)).toMatchObject({
      state: 'FAILED',
      error: expect.stringContaining('30'),
    })
    expect(await db.importRow.groupBy({ by: ['uploadId'] })).toHaveLength(2)
    await expect(retryUpload(coordinator, old)).rejects.toThrow('n’est plus là')
    expect(await getUploadFor(coordinator, recent)).toMatchObject({ state: 'READY' })
    expect(await getUploadFor(coordinator, done)).toMatchObject({ state: 'DONE' })
  })

  it('for a job that was lost gets another, once', async () => {
    const content = new TextEncoder().encode(JSON.stringify([row('one')]))
    const { id } = await createUpload(coordinator, { fileName: 'a.json', content, sourceName: 'Essais' })
    const edit = await db.bulkEdit.create({
      data: { userId: coordinator.id, change: 'status PUBLISHED', status: 'RUNNING' },
    })
    const jobs = () => db.$queryRaw<{ key: string; attempts: number }[]>`
      SELECT key, attempts FROM graphile_worker.jobs WHERE key IN (${`import ${id}`}, ${`bulk-edit ${edit.id}`}) ORDER BY key`
    const resume = async () => {
      await resumeUploads()
      await resumeBulkEdits()
    }
    await resume()
    const both = [
      { key: `bulk-edit ${edit.id}`, attempts: 0 },
      { key: `import ${id}`, attempts: 0 },
    ]
    expect(await jobs()).toEqual(both)
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 25 WHERE key = ${`import ${id}`}`
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`bulk-edit ${edit.id}`}`
    await resume()
    expect(await jobs()).toEqual(both)
    await db.bulkEdit.delete({ where: { id: edit.id } })
  })
})
