import { afterEach, describe, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { mappingSchema } from '@/lib/imports/mapping/schema'
import { patience, takeTurn } from '@/lib/imports/runs/mutations'
import { advanceUpload } from '@/lib/imports/steps/mutations'
import { saveMapping } from '@/lib/imports/uploads/columns/mutations'
import { decideRow } from '@/lib/imports/uploads/decisions/mutations'
import { applyRequested, createUpload } from '@/lib/imports/uploads/mutations'
import { getUploadFor, listImportsFor } from '@/lib/imports/uploads/queries'
import { createPlace, updatePlace } from '@/lib/places/mutations'
import { placeRow } from '../support/national-rows'
import { makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'
import { forgetImports, openUploadScene, placeOf, row } from '../support/uploads'

const { apply, colleague, coordinator, reader, send, sendAndApply, stranger } = await openUploadScene()

afterEach(forgetImports)

it('leaves how a source is read to whoever holds all of its places', async () => {
  await sendAndApply([placeRow])
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
