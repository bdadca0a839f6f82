import { randomUUID } from 'node:crypto'
import * as invitations from '@/lib/accounts/invitations/mutations'
import { invitationInput } from '@/lib/accounts/invitations/schema'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import * as duplicates from '@/lib/duplicates/mutations'
import { ForbiddenError } from '@/lib/errors'
import * as needs from '@/lib/needs/mutations'
import { needInput } from '@/lib/needs/schema'
import * as bulk from '@/lib/places/bulk/mutations'
import * as places from '@/lib/places/mutations'
import { workshopInput } from '@/lib/workshops/schema'
import type { ImportState } from '@/prisma/client/enums'
import { makeUser } from '../people'
import { placeNamed } from '../place-named'
import { addPlace, type Scene, type Scenes } from './scenes'

export const anyone = () => `${randomUUID()}@example.org`
export const offer = ({ hubId }: Scene, fields = {}) =>
  invitationInput.parse({ email: anyone(), role: 'READER', hubId, ...fields })
export const invite = async (scene: Scene, { administrator }: Scenes) => invitations.invite(administrator, offer(scene))

export async function member({ hubId }: Scene): Promise<string> {
  const { id: userId } = await makeUser(anyone())
  const { id } = await db.membership.create({ data: { userId, role: 'READER', hubId }, select: { id: true } })
  return id
}

export const twin = ({ communeCode }: Scene) => addPlace(communeCode)

export async function candidate(scene: Scene): Promise<string> {
  const [oneId, otherId] = [scene.placeId, await twin(scene)].sort() as [string, string]
  await db.duplicateCandidate.create({ data: { oneId, otherId, score: 1, signals: [] } })
  return [oneId, otherId].join(' ')
}

export const mergeRequest = (one: string, other: string) => ({
  intent: 'merge' as const,
  one,
  other,
  oneVersion: 1,
  otherVersion: 1,
  kept: 'one' as const,
  from: {},
})

export async function merge(scene: Scene, scenes: Scenes): Promise<string> {
  const other = await twin(scene)
  return (await duplicates.mergePlaces(scenes.administrator, mergeRequest(scene.placeId, other))).id
}

export async function report({ placeId }: Scene): Promise<string> {
  return (await db.report.create({ data: { placeId, subject: 'HOURS' }, select: { id: true } })).id
}

export async function proposal({ placeId }: Scene): Promise<string> {
  const made = { placeId, origin: 'STRUCTURE' as const, version: 1, changes: { phone: '+33254000000' } }
  return (await db.proposal.create({ data: made, select: { id: true } })).id
}

export const rename = async ({ placeId, communeCode }: Scene, { administrator }: Scenes) => {
  await places.updatePlace(administrator, placeId, 1, placeNamed('Renommé', { communeCode }))
  return placeId
}

export const need = (name: string) =>
  needInput.parse({ name, terms: { fr: name.replace(/[^a-z]/g, '').slice(0, 30) }, services: ['EMPLOYMENT'] })
export const addNeed = (_: Scene, { administrator }: Scenes) =>
  needs.createNeed(administrator, need(`besoin ${randomUUID()}`))

/** A place that nobody can be asked about, and that waits. */
export async function waits({ placeId }: Scene): Promise<string> {
  await db.place.update({ where: { id: placeId }, data: { status: 'PUBLISHED', publishedAt: new Date() } })
  await db.confirmationRequest.create({ data: { placeId, askedOn: new Date('2026-01-01') } })
  return placeId
}

/** A file that the administrator sent for this département. */
export const upload =
  (state: ImportState) =>
  async ({ departmentCode }: Scene, { administrator }: Scenes): Promise<string> => {
    const content = new TextEncoder().encode('nom\nLieu')
    const { id } = await db.importUpload.create({
      data: {
        userId: administrator.id,
        fileName: 'lieux.csv',
        content,
        size: content.length,
        departmentCodes: [departmentCode],
        source: `source-${randomUUID()}`,
        sourceName: 'Une source',
        state,
        ...(state === 'FAILED' && { error: 'Illisible.' }),
      },
      select: { id: true },
    })
    const row = {
      uploadId: id,
      row: 1,
      line: 2,
      name: 'Lieu',
      whereabouts: 'Blois',
      staged: {},
      reasons: [],
      doubts: [],
    }
    await db.importRow.create({ data: { ...row, kind: 'ADDED', decision: 'TAKE' } })
    return id
  }

export async function applied(scene: Scene, scenes: Scenes): Promise<string> {
  const uploadId = await upload('DONE')(scene, scenes)
  const { source: slug } = await db.importUpload.findUniqueOrThrow({ where: { id: uploadId } })
  const { id: sourceId } = await db.source.create({ data: { slug, name: slug } })
  const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, refused: 0 }
  await db.importRun.create({
    data: { sourceId, uploadId, fileName: 'lieux.csv', format: 'csv', report: [], ...counts },
  })
  return uploadId
}

/** Of a file that the scene's place comes from, and that is read again by itself. */
export async function source({ placeId }: Scene): Promise<string> {
  const slug = randomUUID()
  const data = { slug, name: slug, refreshUrl: 'https://example.org/a.csv', refreshDays: 7, nextRefresh: new Date() }
  const { id } = await db.source.create({ data, select: { id: true } })
  await db.placeSource.create({ data: { sourceId: id, externalId: '1', placeId, record: {} } })
  return id
}

export const abandoned = async () =>
  (
    await db.outboxMail.create({
      data: { key: anyone(), to: anyone(), subject: 'S', text: 'T', status: 'ABANDONED', lastError: 'E' },
    })
  ).id

export const publishing = { kind: 'status', status: 'PUBLISHED' } as const
export const bulkEdit = ({ placeId }: Scene, { administrator }: Scenes) =>
  bulk.prepareBulkEdit(administrator, publishing, { ids: [placeId] })

/** A bulk edit refuses nothing as a whole: it leaves alone what one may not change. */
export async function publishedBy(user: CurrentUser, { placeId }: Scene): Promise<string> {
  const id = await bulk.prepareBulkEdit(user, publishing, { ids: [placeId] })
  await bulk.startBulkEdit(user, id, null)
  const { status } = await db.place.findUniqueOrThrow({ where: { id: placeId } })
  if (status !== 'PUBLISHED') throw new ForbiddenError('It stayed as it was.')
  return id
}

export async function bulkEdited(scene: Scene, { administrator }: Scenes): Promise<string> {
  return publishedBy(administrator, scene)
}

export const view = async (_: Scene, { administrator }: Scenes) =>
  (await db.savedView.create({ data: { userId: administrator.id, name: randomUUID(), query: '' } })).id

/** Whether a number follows something that comes and goes. */
export async function counts(count: () => Promise<number>, comes: () => Promise<unknown>): Promise<boolean> {
  const before = await count()
  await comes()
  return (await count()) > before
}

export const closure = ({ placeId }: Scene) => ({ id: placeId, from: '2027-03-01', to: '2027-03-02', reason: null })

export const workshop = ({ placeId }: Scene) =>
  workshopInput.parse({
    id: placeId,
    title: 'Atelier',
    service: 'EMPLOYMENT',
    date: '2027-03-01',
    starts: '10:00',
    ends: '11:00',
    count: '1',
    booking: '',
  })
