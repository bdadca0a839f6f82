import { beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { type BulkChange, bulkChangeText } from '@/lib/places/bulk/change'
import { prepareBulkEdit, startBulkEdit, undoBulkEdit } from '@/lib/places/bulk/mutations'
import { bulkEditProgress, getBulkEdit, listBulkEdits, previewBulkEdit } from '@/lib/places/bulk/queries'
import { runBulkEdit } from '@/lib/places/bulk/run/mutations'
import { setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { readFilters } from '@/lib/places/table/filters'
import { listPlacesFor, tableChoicesFor } from '@/lib/places/table/queries'
import { placeNamed } from '../support/place-named'
import { namesOf, openTableScene } from '../support/places-table'

const { admin, coordinator, editor, elsewhere, ids, newPlaces, reader } = await openTableScene()

beforeEach(newPlaces)

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
      const subjects = [`bulk-edit ${id}`, ...Object.values(ids).map((place) => `place ${place}`)]
      const trail = await db.auditEntry.findMany({ where: { subject: { in: subjects } }, orderBy: { at: 'asc' } })
      expect(trail.filter(({ action }) => action !== 'place.added')).toMatchObject([
        { action: 'bulk.done', userId: coordinator.id, details: { change: bulkChangeText(change), size: changed } },
        { action: 'bulk.undone', userId: coordinator.id, details: { change: 'undo', size: changed } },
      ])
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
