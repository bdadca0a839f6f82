import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { shownCode } from '@/lib/referrals/code'
import { moveReferral } from '@/lib/referrals/mutations'
import { cancelSession, editWorkshop, moveSession, removeWorkshop, saveOtherSeats } from '@/lib/workshops/mutations'
import { listUpcomingSessions } from '@/lib/workshops/queries'
import { workshopEdit } from '@/lib/workshops/schema'
import { bookSeat, returnSeat } from '@/lib/workshops/seats/mutations'
import { listBookable, listSeatsOf } from '@/lib/workshops/seats/queries'
import { now } from '../support/referral-scene'
import { doing, makeReceivingPlace } from '../support/referrals'
import { about, openSeatScene, seatOf } from '../support/workshop-seats'

const { announce, book, colleague, coordinator, editor, forgetWorkshops, helper, place, refer, stranger } =
  await openSeatScene()
const during = new Date('2026-11-24T13:30:00Z')
const statuses = async () =>
  (await db.workshopSeat.findMany({ orderBy: { rank: 'asc' }, select: { status: true } })).map(({ status }) => status)
const left = async () => (await listUpcomingSessions(place, now))[0]?.seatsLeft
/** Messages about seats, the referrals’ own aside */
const told = async () =>
  (await db.outboxMail.findMany({ where: { key: { startsWith: 'seat ' } }, orderBy: { id: 'asc' } })).map(
    ({ to, subject }) => [to, subject],
  )

beforeEach(forgetWorkshops)

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
    const { workshopId, sessionId } = await announce({ seats: '1' })
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
    const { workshopId, sessionId } = await announce()
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
    const { workshopId } = await announce({ seats: '1' })
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
    const { workshopId, sessionId } = await announce({ seats: '10' })
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
    const { workshopId, sessionId } = await announce({ seats: '2' })
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
    const { workshopId, sessionId } = await announce()
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
    const { workshopId, sessionId } = await announce({ seats: '1' })
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
    const { workshopId, sessionId } = await announce({ isCycle: 'oui', count: '5' })
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
