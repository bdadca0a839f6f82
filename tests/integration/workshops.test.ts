import { beforeAll, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { listRevisions } from '@/lib/places/back-office/queries'
import { createPlace } from '@/lib/places/mutations'
import { getCommuneFeed, getPlaceFeed } from '@/lib/workshops/feed/queries'
import {
  addSession,
  addWorkshop,
  cancelSession,
  editWorkshop,
  moveSession,
  removeWorkshop,
  saveOtherSeats,
} from '@/lib/workshops/mutations'
import { getWorkshop, listUpcomingSessions, listWorkshops } from '@/lib/workshops/queries'
import { workshopEdit, workshopInput } from '@/lib/workshops/schema'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

const at = new Date('2026-11-22T10:00:00Z')
const people: Record<string, CurrentUser> = {}
let id: string

const form = (fields: Record<string, string> = {}) => ({
  id,
  title: 'Prendre en main la souris',
  service: 'EVERYDAY_DIGITAL_TOOLS',
  date: '2026-11-24',
  starts: '14:00',
  ends: '16:00',
  count: '10',
  ...fields,
})
const input = (fields: Record<string, string> = {}) => workshopInput.parse(form(fields))

const editor = () => people['place editor'] as CurrentUser

/** A workshop of the place, alone, with its sessions. */
async function announced(fields: Record<string, string> = {}) {
  await db.workshop.deleteMany()
  await addWorkshop(editor(), input(fields), at)
  return db.workshop.findFirstOrThrow({ include: { sessions: { orderBy: { startsAt: 'asc' } } } })
}

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  await makeHub('hub-ouest', ['35'])
  people.admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  id = (await createPlace(people.admin, placeNamed('Médiathèque'))).id
  const hubSlug = 'hub-centre'
  people.coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug })
  people['place editor'] = await makeUser('place@example.org', { role: 'PLACE_EDITOR', placeId: id })
  people.reader = await makeUser('reader@example.org', { role: 'READER', hubSlug })
  people.elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
  people.nobody = await makeUser('nobody@example.org')
})

describe('a workshop', () => {
  test('is announced with its sessions, and those of the next 60 days are shown', async () => {
    await addWorkshop(people.coordinator as CurrentUser, input({ price: '2,50', takesPass: 'on', seats: '8' }), at)
    const sessions = await listUpcomingSessions(id, at)
    expect(sessions).toHaveLength(9)
    expect(sessions[0]).toMatchObject({
      startsAt: new Date('2026-11-24T13:00:00Z'),
      workshop: { priceCents: 250, takesPass: true, seats: 8 },
    })
    const during = new Date('2026-11-24T14:30:00Z')
    expect((await listUpcomingSessions(id, during))[0]?.startsAt).toEqual(sessions[0]?.startsAt)
    const [listed] = await listWorkshops(id, at)
    await removeWorkshop(people.coordinator as CurrentUser, id, listed?.id ?? '', at)
    expect(await listUpcomingSessions(id, at)).toEqual([])
    expect(await listWorkshops(id, at)).toEqual([])
    await expect(removeWorkshop(people.coordinator as CurrentUser, id, listed?.id ?? '')).rejects.toThrow(NotFoundError)
  })

  test.each(['reader', 'elsewhere', 'nobody'])('is not for %s to announce nor to take back', async (person) => {
    const user = people[person] as CurrentUser
    await expect(addWorkshop(user, input(), at)).rejects.toThrow(ForbiddenError)
    await addWorkshop(people['place editor'] as CurrentUser, input(), at)
    const { id: workshopId } = await db.workshop.findFirstOrThrow({ where: { removedAt: null } })
    await expect(removeWorkshop(user, id, workshopId)).rejects.toThrow(ForbiddenError)
    await db.workshop.deleteMany()
  })

  test('that is over is refused', async () => {
    await expect(addWorkshop(people.admin as CurrentUser, input({ date: '2026-11-20' }), at)).rejects.toThrow(UserError)
  })

  test('that ends before it starts, or has no title, is told by field', () => {
    const { error } = workshopInput.safeParse(form({ title: ' ', ends: '13:00', count: '21' }))
    expect(error?.issues.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['title', 'count']))
    expect(workshopInput.safeParse(form({ ends: '13:00' })).error?.issues[0]?.path).toEqual(['ends'])
  })

  test('is put right from the version that was shown', async () => {
    const workshop = await announced()
    const edit = (version: number) =>
      workshopEdit.parse({ ...form({ title: 'La souris', seats: '12' }), workshopId: workshop.id, version })
    await editWorkshop(editor(), edit(1), at)
    expect(await getWorkshop(id, workshop.id)).toMatchObject({ title: 'La souris', seats: 12, version: 2 })
    await expect(editWorkshop(editor(), edit(1), at)).rejects.toThrow('Quelqu’un d’autre')
  })
})

describe('the history of its place', () => {
  test('tells what was said of a workshop before and after each change, and by whom', async () => {
    const { id: workshopId, sessions } = await announced({ count: '2', seats: '8' })
    const [sessionId = '', next = ''] = sessions.map((session) => session.id)
    const edit = { ...form({ title: 'La souris', seats: '8' }), workshopId, version: 1 }
    await editWorkshop(editor(), workshopEdit.parse(edit), at)
    await cancelSession(editor(), { id, workshopId, sessionId, version: 1 }, at)
    const move = { id, workshopId, sessionId: next, version: 1, date: '2026-12-02', starts: '10:00', ends: '11:30' }
    await moveSession(editor(), move, at)
    // Nobody reads these counts but the desk.
    await saveOtherSeats(editor(), { id, workshopId, sessionId: next, otherSeats: 2, shownOtherSeats: 0 }, at)
    await removeWorkshop(editor(), id, workshopId, at)
    const revisions = await listRevisions(editor(), id, 5)
    expect(revisions[0]?.version).toBe((await db.place.findUniqueOrThrow({ where: { id } })).version)
    expect(revisions.map(({ author }) => author)).toEqual(Array(5).fill('place'))
    const told = revisions.map(({ before, after }) => [before.workshops, after.workshops].map(String)).reverse()
    const said = 'Maîtrise des outils numériques du quotidien · places\u00a0: 8'
    const day = (text: string) => expect.stringMatching(new RegExp(`^${text}$`))
    expect(told).toEqual([
      ['', day(`Prendre en main la souris · ${said} · mardi 24 novembre.+16:00 · mardi 1 décembre.+16:00`)],
      ['Prendre en main la souris', 'La souris'],
      [day('La souris · mardi 24 novembre.+16:00'), day('La souris · mardi 24 novembre.+16:00 \\(annulée\\)')],
      [day('La souris · mardi 1 décembre.+14:00.+'), day('La souris · mercredi 2 décembre.+10:00.+11:30')],
      [day(`La souris · ${said} · .+\\(annulée\\) · mercredi 2 décembre.+`), ''],
    ])
  })
})

describe('a cycle', () => {
  test('has five to ten sessions', async () => {
    const counts = ['4', '5', '10', '11'].map(
      (count) => workshopInput.safeParse(form({ isCycle: 'oui', count })).success,
    )
    expect(counts).toEqual([false, true, true, false])
  })

  test('numbers the sessions that are held, and takes no eleventh', async () => {
    const { id: workshopId, sessions } = await announced({ isCycle: 'oui', count: '10' })
    const extra = { id, workshopId, date: '2027-03-02', starts: '14:00', ends: '16:00' }
    await expect(addSession(editor(), extra, at)).rejects.toThrow('10 séances')
    await cancelSession(editor(), { id, workshopId, sessionId: sessions[0]?.id ?? '', version: 1 }, at)
    await addSession(editor(), extra, at)
    const shown = await listUpcomingSessions(id, at)
    expect(shown.slice(0, 3).map(({ isCancelled, rank, count }) => [isCancelled, rank, count])).toEqual([
      [true, 0, 10],
      [false, 1, 10],
      [false, 2, 10],
    ])
  })
})

describe('a session', () => {
  test('is moved on the place’s clock, once for each version', async () => {
    const { id: workshopId, sessions } = await announced()
    const move = {
      id,
      workshopId,
      sessionId: sessions[0]?.id ?? '',
      date: '2027-07-01',
      starts: '09:00',
      ends: '10:00',
    }
    await moveSession(editor(), { ...move, version: 1 }, at)
    const moved = await db.workshopSession.findUniqueOrThrow({ where: { id: move.sessionId } })
    expect(moved.startsAt).toEqual(new Date('2027-07-01T07:00:00Z'))
    await expect(moveSession(editor(), { ...move, version: 1 }, at)).rejects.toThrow('Quelqu’un d’autre')
    await expect(moveSession(editor(), { ...move, version: 2, date: '2026-11-01' }, at)).rejects.toThrow('déjà passé')
  })

  test('of another place is not there', async () => {
    const { id: workshopId, sessions } = await announced()
    const other = (await createPlace(people.admin as CurrentUser, placeNamed('Ailleurs'))).id
    const cancellation = { id: other, workshopId, sessionId: sessions[0]?.id ?? '', version: 1 }
    await expect(cancelSession(people.admin as CurrentUser, cancellation, at)).rejects.toThrow(NotFoundError)
  })
})

describe('a calendar to subscribe to', () => {
  test('keeps each session under its id, raises its sequence, and says what is off', async () => {
    await db.workshop.deleteMany()
    await db.place.update({ where: { id }, data: { status: 'PUBLISHED', publishedAt: at } })
    const { id: workshopId, sessions } = await announced({ count: '2' })
    const before = await getPlaceFeed(id, at)
    expect(before?.sessions.map((session) => [session.id, session.sequence, session.isCancelled])).toEqual(
      sessions.map((session) => [session.id, 0, false]),
    )
    await cancelSession(editor(), { id, workshopId, sessionId: sessions[0]?.id ?? '', version: 1 }, at)
    await editWorkshop(editor(), workshopEdit.parse({ ...form(), workshopId, version: 1 }), at)
    const { communeCode } = await db.place.findUniqueOrThrow({ where: { id } })
    const after = await getCommuneFeed(communeCode, at)
    expect(after?.sessions.map(({ sequence, isCancelled }) => [sequence, isCancelled])).toEqual([
      [2, true],
      [1, false],
    ])
    await removeWorkshop(editor(), id, workshopId, at)
    expect((await getPlaceFeed(id, at))?.sessions.map(({ isCancelled }) => isCancelled)).toEqual([true, true])
    await db.place.update({ where: { id }, data: { status: 'DRAFT' } })
    expect(await getPlaceFeed(id, at)).toBeNull()
    expect((await getCommuneFeed(communeCode, at))?.sessions).toEqual([])
  })
})
