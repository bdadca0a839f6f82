import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { mappingSchema } from '@/lib/imports/mapping/schema'
import { purgeUploads } from '@/lib/imports/retention/mutations'
import { patience, takeTurn } from '@/lib/imports/runs/mutations'
import { advanceUpload } from '@/lib/imports/steps/mutations'
import {
  applyRequested,
  createUpload,
  decideKind,
  decideRow,
  removeUpload,
  resumeUploads,
  retryUpload,
  saveMapping,
  undoRequested,
} from '@/lib/imports/uploads/mutations'
import { countRows, getUploadFor, listImportsFor, listRows } from '@/lib/imports/uploads/queries'
import { resumeBulkEdits } from '@/lib/places/bulk/mutations'
import { createPlace, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import type { ImportRowKind } from '@/prisma/client/enums'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let coordinator: CurrentUser
let colleague: CurrentUser
let stranger: CurrentUser
let reader: CurrentUser
beforeAll(async () => {
  await makeHub('centre', ['41'])
  await makeHub('bretagne', ['35'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'centre' })
  colleague = await makeUser('colleague@example.org', { role: 'HUB_EDITOR', hubSlug: 'centre' })
  stranger = await makeUser('stranger@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'bretagne' })
  reader = await makeUser('reader@example.org', { role: 'READER', hubSlug: 'centre' })
})
afterEach(async () => {
  await db.importUpload.deleteMany()
  await db.place.deleteMany()
  await db.importRun.deleteMany()
  await db.source.deleteMany()
})

const base = {
  id: 'a',
  nom: 'Espace des Essais',
  commune: 'Blois',
  code_postal: '41000',
  adresse: '1 rue des Essais',
  latitude: 47.586,
  longitude: 1.336,
  telephone: '+33261910001',
  services: 'Aide aux démarches administratives',
  date_maj: '2024-01-01',
}
const row = (id: string, fields: object = {}) => ({
  ...base,
  id,
  nom: `Lieu ${id}`,
  adresse: `${id.length} impasse ${id}`,
  telephone: undefined,
  ...fields,
})

/** Sends a file and lets it be opened, read and compared, as the worker does. */
async function send(rows: object[], user = coordinator) {
  const content = new TextEncoder().encode(JSON.stringify(rows))
  const { id } = await createUpload(user, { fileName: 'lieux.json', content, sourceName: 'Essais' })
  await advanceUpload(id)
  return id
}

/** Applies what is decided, as it is now. */
async function apply(id: string, user = coordinator) {
  const { version } = await getUploadFor(user, id)
  await applyRequested(user, id, version)
  await advanceUpload(id)
  return getUploadFor(user, id)
}

const sendAndApply = async (rows: object[]) => {
  const id = await send(rows)
  await apply(id)
  return id
}

const kindsOf = async (id: string) =>
  (await db.importRow.findMany({ where: { uploadId: id }, orderBy: { row: 'asc' } })).map(({ kind }) => kind)
const rowsOf = (id: string, kind: ImportRowKind) => listRows(id, { kind, page: 1 })
const placeOf = async (externalId: string) =>
  (await db.placeSource.findFirstOrThrow({ where: { externalId }, include: { place: true } })).place

/** Everything that an import may touch. */
async function everything() {
  const tables = ['Place', 'PlaceService', 'PlaceRevision', 'PlaceSource', 'ImportRun', 'Proposal']
  const rows = await Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`SELECT t::text FROM "${table}" t ORDER BY 1`)),
  )
  return JSON.stringify(rows)
}

it('leaves how a source is read to whoever holds all of its places', async () => {
  await sendAndApply([base])
  const source = await db.source.findFirstOrThrow({ where: { slug: 'essais' } })
  const mapping = mappingSchema.parse({ fields: {} })
  const read = async (user: CurrentUser) => {
    const id = await send([row('b')], user)
    await db.importUpload.update({ where: { id }, data: { state: 'MAPPING' } })
    await saveMapping(user, id, mapping)
    return (await db.source.findUniqueOrThrow({ where: { id: source.id } })).mapping
  }
  expect(await read(stranger)).toEqual(source.mapping)
  expect(await read(coordinator)).toEqual(mapping)
  expect(await db.auditEntry.findFirst({ where: { action: 'source.mapping_set' } })).toMatchObject({
    userId: coordinator.id,
    subject: `source ${source.id}`,
  })
  await db.source.update({ where: { id: source.id }, data: { mapping: {}, refreshUserId: colleague.id } })
  expect(await read(coordinator)).toEqual({})
})

describe('a file that a person sends', () => {
  it('tells what each row would do, and writes nothing', async () => {
    await sendAndApply([row('kept'), row('moved'), base])
    const before = await everything()
    const id = await send([
      row('kept'),
      row('moved', { telephone: '+33261910009', date_maj: '2024-06-01' }),
      row('new'),
      row('new', { id: 'twin' }),
      row('away', { commune: 'Rennes', code_postal: '35000', latitude: 48.11, longitude: -1.68 }),
      row('nameless', { nom: '' }),
      row('vague', { latitude: undefined, longitude: undefined }),
      { ...base, id: 'other', nom: 'Espace des essais', adresse: '1 r. des Essais' },
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
    expect(await everything()).toBe(before)
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
    await sendAndApply([base])
    const { id: placeId } = await placeOf('a')
    const { telephone: _, ...mute } = base
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
    const id = await send([{ ...base, telephone: '+33261910009', courriels: 'a@example.org' }])
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

describe('the territory of an import', () => {
  it('is that of who applies it, on the day she does', async () => {
    await sendAndApply([row('one')])
    const { id: placeId } = await placeOf('one')
    const id = await send([row('one', { telephone: '+33261910009', date_maj: '2024-06-01' })])
    await db.place.update({ where: { id: placeId }, data: { communeCode: '35238', postcode: '35000' } })
    expect(await apply(id)).toMatchObject({ run: { updated: 0, refused: 1 } })
    expect(await placeOf('one')).toMatchObject({ phone: null })
  })

  it('keeps her from making a row a place of another hub', async () => {
    const away = { communeCode: '35238', postcode: '35000', latitude: '48.11', longitude: '-1.68' }
    const place = await createPlace(stranger, placeNamed('Ailleurs', away))
    const id = await send([row('one')])
    await expect(decideRow(coordinator, { id, row: 1, intent: 'match', match: place.id })).rejects.toThrow('territoire')
  })

  it('shows an import to its hub, and to nobody else', async () => {
    const id = await send([row('one')])
    await expect(getUploadFor(colleague, id)).resolves.toMatchObject({ state: 'READY' })
    await expect(getUploadFor(stranger, id)).rejects.toThrow('territoire')
    await expect(getUploadFor(reader, id)).rejects.toThrow('ne permet pas')
    const content = new TextEncoder().encode('[]')
    await expect(createUpload(reader, { fileName: 'a.json', content, sourceName: 'A' })).rejects.toThrow('ne permet')
    const totals = await Promise.all(
      [coordinator, colleague, stranger, reader].map(async (user) => (await listImportsFor(user)).total),
    )
    expect(totals).toEqual([1, 1, 0, 0])
  })

  it('ends an import whose account lost its rights before it was applied', async () => {
    const gone = await makeUser('gone@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'centre' })
    const id = await send([row('one')], gone)
    const { version } = await getUploadFor(gone, id)
    await applyRequested(gone, id, version)
    await db.membership.deleteMany({ where: { userId: gone.id } })
    await advanceUpload(id)
    expect(await getUploadFor(coordinator, id)).toMatchObject({ state: 'FAILED' })
    expect(await db.place.count()).toBe(0)
  })
})

it('is written by what its account may do once its turn has come, not before', async () => {
  const gone = await makeUser('waits@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'centre' })
  const id = await send([row('one')], gone)
  await applyRequested(gone, id, (await getUploadFor(gone, id)).version)
  let applied: Promise<void> | undefined
  await db.$transaction(async (tx) => {
    await takeTurn(tx, () => {})
    applied = advanceUpload(id)
    await expect
      .poll(
        () =>
          db.$queryRaw`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        { timeout: 9000 },
      )
      .toHaveLength(1)
    await db.membership.deleteMany({ where: { userId: gone.id } })
  }, patience)
  await applied
  expect(await getUploadFor(coordinator, id)).toMatchObject({ state: 'FAILED' })
  expect(await db.place.count()).toBe(0)
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

describe('two people at one import', () => {
  it('apply what both looked at, once', async () => {
    const id = await send([row('one'), row('two')])
    const { version } = await getUploadFor(coordinator, id)
    await decideRow(colleague, { id, row: 2, intent: 'leave' })
    await expect(applyRequested(coordinator, id, version)).rejects.toThrow('entre-temps')
    const now = (await getUploadFor(coordinator, id)).version
    const asked = await Promise.allSettled([applyRequested(coordinator, id, now), applyRequested(colleague, id, now)])
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await Promise.all([advanceUpload(id), advanceUpload(id)])
    expect(await db.place.count()).toBe(1)
    expect(await db.importRun.count()).toBe(1)
    await expect(decideRow(colleague, { id, row: 1, intent: 'leave' })).rejects.toThrow('avancer')
  })
})

describe('an import undone', () => {
  it('archives what it added and takes back what it changed, so that the file can come again', async () => {
    await sendAndApply([row('one')])
    const before = await placeOf('one')
    const next = [row('one', { telephone: '+33261910009', date_maj: '2024-06-01' }), row('two')]
    const id = await sendAndApply(next)
    const added = await placeOf('two')
    await undoRequested(coordinator, id, false)
    await advanceUpload(id)
    expect(await getUploadFor(coordinator, id)).toMatchObject({ state: 'UNDONE' })
    expect(await db.place.findUniqueOrThrow({ where: { id: added.id } })).toMatchObject({ status: 'ARCHIVED' })
    const back = await placeOf('one')
    expect({ ...back, version: 0, updatedAt: 0 }).toEqual({ ...before, version: 0, updatedAt: 0 })
    expect(back.version).toBe(before.version + 2)
    expect(await db.placeSource.count()).toBe(1)
    const again = await sendAndApply(next)
    expect(await getUploadFor(coordinator, again)).toMatchObject({ run: { added: 1, updated: 1 } })
  })

  it('leaves what somebody edited since, and undoes the rest when she asks for it', async () => {
    const id = await sendAndApply([row('one'), row('two')])
    const { id: placeId, version } = await placeOf('one')
    await setPlaceStatus(colleague, placeId, version, 'DRAFT')
    await expect(undoRequested(coordinator, id, false)).rejects.toThrow('modifiés depuis')
    await undoRequested(coordinator, id, true)
    await advanceUpload(id)
    const places = await db.place.findMany({ orderBy: { id: 'asc' }, select: { status: true } })
    expect(places.map(({ status }) => status).sort()).toEqual(['ARCHIVED', 'DRAFT'])
    expect((await rowsOf(id, 'ADDED')).map(({ outcome }) => outcome)).toEqual(['ADDED', null])
  })

  it('lets the suggestion wait again that it had taken the place of', async () => {
    const place = await createPlace(coordinator, placeNamed('Espace des Essais', { phone: '02 61 91 00 01' }))
    const suggest = async (telephone: string, date_maj: string) => {
      const id = await send([{ ...base, telephone, date_maj }])
      if ((await kindsOf(id))[0] === 'DOUBTFUL')
        await decideRow(coordinator, { id, row: 1, intent: 'match', match: place.id })
      await apply(id)
      return id
    }
    const suggested = async () =>
      (await db.proposal.findMany({ orderBy: { id: 'asc' } })).map(({ status, changes }) => [
        status,
        (changes as { phone: string }).phone,
      ])
    await suggest('+33261910002', '2024-06-01')
    const id = await suggest('+33261910003', '2024-07-01')
    expect(await suggested()).toEqual([
      ['REPLACED', '+33261910002'],
      ['OPEN', '+33261910003'],
    ])
    await undoRequested(coordinator, id, false)
    await advanceUpload(id)
    expect(await suggested()).toEqual([
      ['OPEN', '+33261910002'],
      ['REPLACED', '+33261910003'],
    ])
  })

  it('counts as an edit neither its own nor a later import that says the same', async () => {
    const id = await sendAndApply([row('one')])
    await sendAndApply([row('one'), row('two')])
    await expect(undoRequested(coordinator, id, false)).resolves.toBeUndefined()
  })
})

it('an edit of a place under way neither stops an import nor is lost', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => row(`n${index}`, { adresse: `${index} rue des Essais` }))
  await sendAndApply(rows)
  const { id: placeId, version } = await placeOf('n7')
  const id = await send(rows.map((one) => ({ ...one, telephone: '+33261910009', date_maj: '2024-06-01' })))
  const edited = placeNamed('Nom corrigé', { phone: '02 61 91 00 05' })
  const { version: decided } = await getUploadFor(coordinator, id)
  await applyRequested(coordinator, id, decided)
  await Promise.all([updatePlace(colleague, placeId, version, edited).catch(() => {}), advanceUpload(id)])
  const place = await placeOf('n7')
  const history = await db.placeRevision.findMany({ where: { placeId }, orderBy: { version: 'asc' } })
  expect(history.map((revision) => revision.version)).toEqual(history.map((_, index) => index + 1))
  expect(place.version).toBe(history.length)
})
