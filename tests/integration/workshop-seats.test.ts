import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { shownCode } from '@/lib/referrals/code'
import { moveReferral } from '@/lib/referrals/mutations'
import { sendReferralIn } from '@/lib/referrals/sending/mutations'
import { noteAttendance } from '@/lib/workshops/attendance/mutations'
import { getSession } from '@/lib/workshops/attendance/queries'
import {
  addWorkshop,
  cancelSession,
  editWorkshop,
  moveSession,
  removeWorkshop,
  saveOtherSeats,
} from '@/lib/workshops/mutations'
import { listUpcomingSessions } from '@/lib/workshops/queries'
import { attendanceInput, workshopEdit, workshopInput } from '@/lib/workshops/schema'
import { bookSeat, returnSeat } from '@/lib/workshops/seats/mutations'
import { listBookable, listSeatsOf } from '@/lib/workshops/seats/queries'
import { makeHub, makeUser } from '../support/people'
import { doing, makeEditor, makeHelper, makeOrganisation, makeReceivingPlace, referralTo } from '../support/referrals'

const now = new Date('2026-11-23T09:00:00Z')
const during = new Date('2026-11-24T13:30:00Z')

let place: string
let helper: CurrentUser
let colleague: CurrentUser
let stranger: CurrentUser
let editor: CurrentUser
let coordinator: CurrentUser
/** The workshop under test and its first session */
let workshopId: string
let sessionId: string

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  const organisation = await makeOrganisation()
  place = await makeReceivingPlace('Médiathèque')
  helper = await makeHelper('helper@example.org', organisation)
  colleague = await makeHelper('colleague@example.org', organisation)
  stranger = await makeHelper('stranger@example.org', await makeOrganisation('Mission locale'))
  editor = await makeEditor('editor@example.org', place)
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
})

beforeEach(async () => {
  await db.workshop.deleteMany()
  await db.outboxMail.deleteMany()
})

const about = { id: '', title: 'La souris', service: 'EVERYDAY_DIGITAL_TOOLS' }

async function announce(fields: Record<string, string> = {}) {
  const dates = { date: '2026-11-24', starts: '14:00', ends: '16:00', count: '2' }
  await addWorkshop(editor, workshopInput.parse({ ...about, id: place, ...dates, ...fields }), now)
  const workshop = await db.workshop.findFirstOrThrow({ include: { sessions: { orderBy: { startsAt: 'asc' } } } })
  workshopId = workshop.id
  sessionId = workshop.sessions[0]?.id ?? ''
}

/** One does not send so many in a quarter of an hour: past the throttle. */
const refer = (to = place) => db.$transaction((tx) => sendReferralIn(tx, helper, referralTo(to), now))
const book = (referralId: string, isCycle = false, user = helper) =>
  bookSeat(user, { referralId, seat: { workshopId, sessionId: isCycle ? null : sessionId } }, now)
const seatOf = (referralId: string) => db.workshopSeat.findFirstOrThrow({ where: { referralId } })
const statuses = async () =>
  (await db.workshopSeat.findMany({ orderBy: { rank: 'asc' }, select: { status: true } })).map(({ status }) => status)
const left = async () => (await listUpcomingSessions(place, now))[0]?.seatsLeft
/** Messages about seats, the referrals’ own aside */
const told = async () =>
  (await db.outboxMail.findMany({ where: { key: { startsWith: 'seat ' } }, orderBy: { id: 'asc' } })).map(
    ({ to, subject }) => [to, subject],
  )

describe('a seat', () => {
  test('is kept for a referral, in any hands of its organisation, and taken from those that citizens see', async () => {
    await announce({ seats: '2' })
    const { id } = await refer()
    expect(await left()).toBe(2)
    expect(await book(id, false, colleague)).toBe('BOOKED')
    expect(await left()).toBe(1)
    await expect(book(id)).rejects.toThrow('déjà')
    await expect(book(id, false, stranger)).rejects.toThrow(NotFoundError)
    const seat = await seatOf(id)
    await expect(returnSeat(stranger, { referralId: id, seatId: seat.id }, now)).rejects.toThrow(NotFoundError)
    await returnSeat(helper, { referralId: id, seatId: seat.id }, now)
    expect(await left()).toBe(2)
    expect(await book(id)).toBe('BOOKED')
  })

  test('is never sold twice, whoever asks at the same instant, and those who come after wait in their order', async () => {
    await announce({ seats: '5' })
    const referrals: { id: string }[] = []
    for (let sent = 0; sent < 50; sent++) referrals.push(await refer())
    const answers = await Promise.all(referrals.map(({ id }) => book(id)))
    expect(answers.filter((answer) => answer === 'BOOKED')).toHaveLength(5)
    expect(await statuses()).toEqual([...Array(5).fill('BOOKED'), ...Array(45).fill('WAITING')])
    expect(await left()).toBe(0)
  })

  test('is given up at a place that is no longer shown too, and both are traced without what she comes to learn', async () => {
    await announce()
    const { id } = await refer()
    await book(id)
    await db.place.update({ where: { id: place }, data: { status: 'ARCHIVED' } })
    await returnSeat(helper, { referralId: id, seatId: (await seatOf(id)).id }, now)
    await expect(book(id)).rejects.toThrow('n’est plus proposé')
    await db.place.update({ where: { id: place }, data: { status: 'PUBLISHED' } })
    expect(await statuses()).toEqual(['CANCELLED'])
    const trail = await db.auditEntry.findMany({ where: { action: { startsWith: 'seat.' } }, orderBy: { at: 'desc' } })
    expect(trail.slice(0, 2)).toMatchObject(
      ['seat.returned', 'seat.booked'].map((action) => ({
        action,
        actor: helper.email,
        subject: `referral ${id}`,
        departmentCode: '41',
        details: { status: 'BOOKED' },
      })),
    )
  })

  test('is refused by the database itself once none is left', async () => {
    await announce({ seats: '1' })
    const [first, second] = [await refer(), await refer()]
    const seat = (referralId: string, status: 'BOOKED' | 'WAITING' = 'BOOKED') =>
      db.workshopSeat.create({ data: { workshopId, sessionId, referralId, status } })
    const tries = await Promise.allSettled([seat(first.id), seat(second.id)])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(
      db.workshopSeat.create({ data: { workshopId, referralId: second.id, status: 'WAITING', sessionId: null } }),
    ).resolves.toBeDefined()
    await expect(db.workshopSeat.updateMany({ data: { status: 'BOOKED' } })).rejects.toThrow()
  })

  test('is not for a session that is past, called off, or of another place', async () => {
    await announce()
    const { id } = await refer()
    const seat = { workshopId, sessionId }
    await expect(bookSeat(helper, { referralId: id, seat }, during)).rejects.toThrow(UserError)
    await cancelSession(editor, { id: place, ...seat, version: 1 }, now)
    await expect(book(id)).rejects.toThrow('n’est plus proposé')
    const elsewhere = await refer(await makeReceivingPlace('Mairie'))
    const later = await db.workshopSession.findFirstOrThrow({ where: { cancelledAt: null } })
    const other = { referralId: elsewhere.id, seat: { workshopId, sessionId: later.id } }
    await expect(bookSeat(helper, other, now)).rejects.toThrow('n’est plus proposé')
  })

  test('of a cycle is one for all its sessions', async () => {
    await announce({ isCycle: 'oui', count: '8', seats: '1' })
    const [first, second] = [await refer(), await refer()]
    expect(await book(first.id, true)).toBe('BOOKED')
    expect(await book(second.id, true)).toBe('WAITING')
    await expect(book(second.id)).rejects.toThrow('n’est plus proposé')
    expect((await listUpcomingSessions(place, now)).map(({ seatsLeft }) => seatsLeft)).toEqual(Array(8).fill(0))
    expect(await listBookable(helper, first.id, now)).toEqual([])
    expect((await listSeatsOf({ side: 'HELPER', user: helper }, second.id, now))[0]).toMatchObject({
      status: 'WAITING',
      turn: 1,
    })
    expect(await listSeatsOf({ side: 'HELPER', user: stranger }, second.id, now)).toEqual([])
  })
})

describe('the waiting list', () => {
  test('moves up when a seat is given up, when a referral ends, and when the room grows, and tells the helper', async () => {
    await announce({ seats: '1' })
    const [a, b, c, d] = [await refer(), await refer(), await refer(), await refer()]
    for (const { id } of [a, b, c, d]) await book(id)
    await returnSeat(helper, { referralId: a.id, seatId: (await seatOf(a.id)).id }, now)
    expect(await statuses()).toEqual(['CANCELLED', 'BOOKED', 'WAITING', 'WAITING'])
    expect(await told()).toEqual([['helper@example.org', `Une place s’est libérée (code ${shownCode(b.code)})`]])
    await moveReferral({ side: 'PLACE', user: editor }, doing('REFUSE', b.id, 1, { reason: 'FULL' }), now)
    expect(await statuses()).toEqual(['CANCELLED', 'CANCELLED', 'BOOKED', 'WAITING'])
    await editWorkshop(editor, workshopEdit.parse({ ...about, id: place, workshopId, version: 1, seats: '2' }), now)
    expect(await statuses()).toEqual(['CANCELLED', 'CANCELLED', 'BOOKED', 'BOOKED'])
    expect(await told()).toHaveLength(3)
    const fewer = workshopEdit.parse({ ...about, id: place, workshopId, version: 2, seats: '1' })
    await expect(editWorkshop(editor, fewer, now)).rejects.toThrow('2 places')
  })

  test('leaves aside those of a session that is off', async () => {
    await announce({ seats: '10' })
    const session = { id: place, workshopId, sessionId }
    await saveOtherSeats(editor, { ...session, otherSeats: 8, shownOtherSeats: 0 }, now)
    const fewer = workshopEdit.parse({ ...about, id: place, workshopId, version: 1, seats: '5' })
    await expect(editWorkshop(editor, fewer, now)).rejects.toThrow('8 places')
    await cancelSession(editor, { ...session, version: 1 }, now)
    await editWorkshop(editor, fewer, now)
    const trail = await db.auditEntry.findMany({ where: { subject: `workshop ${workshopId}` }, orderBy: { at: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(['workshop.announced', ...Array(3).fill('workshop.changed')])
    expect(trail[0]).toMatchObject({ actor: editor.email, departmentCode: '41', details: { title: about.title } })
  })

  test('counts the seats that are taken otherwise', async () => {
    await announce({ seats: '2' })
    const { id } = await refer()
    await book(id)
    const others = { id: place, workshopId, sessionId, shownOtherSeats: 0 }
    await expect(saveOtherSeats(editor, { ...others, otherSeats: 2 }, now)).rejects.toThrow('Au plus 1')
    await saveOtherSeats(coordinator, { ...others, otherSeats: 1 }, now)
    await expect(saveOtherSeats(editor, { ...others, otherSeats: 0 }, now)).rejects.toThrow('entre-temps')
    expect(await left()).toBe(0)
    const second = await refer()
    expect(await book(second.id)).toBe('WAITING')
    await saveOtherSeats(editor, { ...others, otherSeats: 0, shownOtherSeats: 1 }, now)
    expect(await statuses()).toEqual(['BOOKED', 'BOOKED'])
  })

  test('and those who have a seat hear of what changes, once, by the code and the date alone', async () => {
    await announce()
    const { id, code } = await refer()
    await book(id)
    const session = { id: place, workshopId, sessionId }
    await moveSession(editor, { ...session, version: 1, date: '2026-11-25', starts: '10:00', ends: '12:00' }, now)
    await removeWorkshop(editor, place, workshopId, now)
    const mails = await db.outboxMail.findMany({ where: { key: { startsWith: 'seat ' } }, orderBy: { id: 'asc' } })
    expect(mails.map(({ subject }) => subject)).toEqual([
      `Une séance d’atelier a changé (code ${shownCode(code)})`,
      `Un atelier est annulé (code ${shownCode(code)})`,
    ])
    expect(mails[0]?.text).toContain('mercredi 25 novembre à 10:00')
    expect(mails.map(({ text }) => text).join()).not.toContain('souris')
  })
})

describe('a session that changes', () => {
  const texts = async () =>
    (await db.outboxMail.findMany({ where: { key: { startsWith: 'seat ' } }, orderBy: { id: 'asc' } })).map(
      ({ text }) => text,
    )

  test('leaves those who wait their turn, and promises them no seat', async () => {
    await announce({ seats: '1' })
    const [booked, waiting] = [await refer(), await refer()]
    for (const { id } of [booked, waiting]) await book(id)
    const session = { id: place, workshopId, sessionId }
    await moveSession(editor, { ...session, version: 1, date: '2026-11-25', starts: '10:00', ends: '12:00' }, now)
    const [first, second] = await texts()
    expect(first).toContain('La place est gardée.')
    expect(second).toContain(`où l’orientation ${shownCode(waiting.code)} attend une place a changé`)
    expect(second).not.toContain('est gardée')
    for (const text of [first, second]) expect(text).not.toMatch(/ [:;?!]/)
  })

  test('or is off in a cycle leaves its other sessions', async () => {
    await announce({ isCycle: 'oui', count: '5' })
    const { id, code } = await refer()
    await book(id, true)
    await cancelSession(editor, { id: place, workshopId, sessionId, version: 1 }, now)
    const [text] = await texts()
    expect(text).toContain(
      `pour l’orientation ${shownCode(code)} est annulée\u00a0: celle du mardi 24 novembre à 14:00.`,
    )
    expect(text).toContain('Les autres séances restent prévues. La place est gardée.')
  })
})

describe('attendance', () => {
  const note = (attendance: Record<string, string>, user = editor, at = during, shown = {}) => {
    const session = { id: place, workshopId, sessionId }
    return noteAttendance(user, attendanceInput.parse({ ...session, attendance, walkIns: '3', ...shown }), at)
  }
  const statusOf = async (id: string) => (await db.referral.findUniqueOrThrow({ where: { id } })).status

  test('is noted in one go and moves each referral as far as it may', async () => {
    await announce()
    const [came, missed, excused, unanswered] = [await refer(), await refer(), await refer(), await refer()]
    const appointment = { date: '2026-11-24', time: '14:00', length: '90' }
    const asPlace = { side: 'PLACE', user: editor } as const
    for (const { id } of [missed, excused]) await moveReferral(asPlace, doing('SCHEDULE', id, 1, appointment), now)
    for (const { id } of [came, missed, excused, unanswered]) await book(id)
    const seats = await Promise.all([came, missed, excused, unanswered].map(({ id }) => seatOf(id)))
    const said = ['PRESENT', 'ABSENT', 'EXCUSED', 'ABSENT']
    await note(Object.fromEntries(seats.map(({ id }, index) => [id, said[index] ?? ''])))
    expect(await Promise.all([came, missed, excused, unanswered].map(({ id }) => statusOf(id)))).toEqual([
      'ATTENDED',
      'ABSENT',
      'EXCUSED',
      'SENT',
    ])
    const held = await getSession(editor, place, sessionId)
    expect(held?.session).toMatchObject({ walkIns: 3, booked: 4 })
    expect(held?.seats?.map(({ code, attendance }) => [code, attendance])).toEqual([
      [came.code, 'PRESENT'],
      [missed.code, 'ABSENT'],
      [excused.code, 'EXCUSED'],
      [unanswered.code, 'ABSENT'],
    ])
    // Saved again, or put right, it moves nothing twice.
    const shown = { [seats[0]?.id ?? '']: 'PRESENT', [seats[1]?.id ?? '']: 'ABSENT' }
    await note({ ...shown, [seats[1]?.id ?? '']: '' }, editor, during, { shown, shownWalkIns: '3' })
    expect(await statusOf(came.id)).toBe('ATTENDED')
    expect(await db.workshopAttendance.count()).toBe(3)
  })

  test('keeps what a second person noted meanwhile, and refuses to write over it', async () => {
    await announce()
    const [first, second] = [await refer(), await refer()]
    for (const { id } of [first, second]) await book(id)
    const [a, b] = [(await seatOf(first.id)).id, (await seatOf(second.id)).id]
    await note({ [a]: 'PRESENT', [b]: '' })
    await note({ [a]: '', [b]: 'ABSENT' }, editor, during, { walkIns: '' })
    const noted = async () =>
      (await getSession(editor, place, sessionId))?.seats?.map(({ attendance }) => attendance ?? '')
    expect(await noted()).toEqual(['PRESENT', 'ABSENT'])
    expect((await getSession(editor, place, sessionId))?.session.walkIns).toBe(3)
    await expect(note({ [a]: 'EXCUSED' })).rejects.toThrow('entre-temps')
    await expect(note({}, editor, during, { walkIns: '4' })).rejects.toThrow('entre-temps')
    expect(await noted()).toEqual(['PRESENT', 'ABSENT'])
  })

  test('of one who is missing before her hour has come does not stop the others', async () => {
    await announce()
    const [missing, came] = [await refer(), await refer()]
    const appointment = { date: '2026-11-24', time: '14:00', length: '90' }
    await moveReferral({ side: 'PLACE', user: editor }, doing('SCHEDULE', missing.id, 1, appointment), now)
    for (const { id } of [missing, came]) await book(id)
    const [a, b] = [(await seatOf(missing.id)).id, (await seatOf(came.id)).id]
    await note({ [a]: 'ABSENT', [b]: 'PRESENT' }, editor, new Date('2026-11-24T12:45:00Z'))
    expect([await statusOf(missing.id), await statusOf(came.id)]).toEqual(['APPOINTMENT', 'ATTENDED'])
    expect(await db.workshopAttendance.count()).toBe(2)
  })

  test('is for the place’s own people; a hub sees numbers', async () => {
    await announce()
    const { id } = await refer()
    await book(id)
    const seat = await seatOf(id)
    expect(await getSession(coordinator, place, sessionId)).toMatchObject({ session: { booked: 1 }, seats: null })
    await expect(note({ [seat.id]: 'PRESENT' }, coordinator)).rejects.toThrow(ForbiddenError)
    await note({}, coordinator)
    await expect(note({}, stranger)).rejects.toThrow(ForbiddenError)
    await expect(getSession(stranger, place, sessionId)).rejects.toThrow(ForbiddenError)
  })

  test('waits for the session', async () => {
    await announce()
    await expect(note({}, editor, now)).rejects.toThrow('n’a pas commencé')
  })
})
