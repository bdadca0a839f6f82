import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { moveReferral } from '@/lib/referrals/mutations'
import { noteAttendance } from '@/lib/workshops/attendance/mutations'
import { getSession } from '@/lib/workshops/attendance/queries'
import { attendanceInput } from '@/lib/workshops/schema'
import { now } from '../support/referral-scene'
import { doing } from '../support/referrals'
import { firstSession, openSeatScene, seatOf } from '../support/workshop-seats'

const { announce, book, coordinator, editor, forgetWorkshops, place, refer, stranger } = await openSeatScene()
const during = new Date('2026-11-24T13:30:00Z')

beforeEach(forgetWorkshops)

describe('attendance', () => {
  const note = async (attendance: Record<string, string>, user = editor, at = during, shown = {}) => {
    const session = { id: place, ...(await firstSession()) }
    return noteAttendance(user, attendanceInput.parse({ ...session, attendance, walkIns: '3', ...shown }), at)
  }
  const statusOf = async (id: string) => (await db.referral.findUniqueOrThrow({ where: { id } })).status

  test('is noted in one go and moves each referral as far as it may', async () => {
    const { sessionId } = await announce()
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
    const { sessionId } = await announce()
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
    const { sessionId } = await announce()
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
