import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReferralAction, ReferralSide, ReferralStatus } from '@/prisma/client/enums'
import { waitFor } from './deadlines'
import { isOpen, type Move, movesOf, silence, after as stateAfter, transitions, waitings } from './state-machine'

const statuses = Object.values(ReferralStatus)
const sides = Object.values(ReferralSide)
const notMoves: ReferralAction[] = ['SEND', 'REMIND', 'ESCALATE', 'MESSAGE', 'CORRECT']
const moves = Object.values(ReferralAction).filter((action): action is Move => !notMoves.includes(action))

/** What an open referral becomes; this and what follows are written apart from the table, to be compared. */
const becomes: Readonly<Record<Move, ReferralStatus>> = {
  SEE: 'SEEN',
  ACCEPT: 'ACCEPTED',
  REFUSE: 'REFUSED',
  SCHEDULE: 'APPOINTMENT',
  ATTEND: 'ATTENDED',
  MISS: 'ABSENT',
  EXCUSE: 'EXCUSED',
  NOT_REACH: 'UNREACHABLE',
  RETRY: 'ACCEPTED',
  HELP: 'HELPED',
  HELP_PARTLY: 'PARTLY_HELPED',
  NOT_HELP: 'NOT_HELPED',
  REDIRECT: 'REDIRECTED',
  NOT_WANT: 'NOT_WANTED',
  CANCEL: 'CANCELLED',
  EXPIRE: 'EXPIRED',
}
/** As long as it is open. */
const always: Readonly<Record<ReferralSide, readonly Move[]>> = {
  PLACE: ['NOT_WANT'],
  HELPER: ['NOT_WANT', 'CANCEL'],
  SYSTEM: ['EXPIRE'],
}
/** What each side may do besides. */
const allowed: Readonly<Partial<Record<ReferralStatus, Partial<Record<ReferralSide, readonly Move[]>>>>> = {
  SENT: { PLACE: ['SEE', 'ACCEPT', 'REFUSE', 'SCHEDULE', 'REDIRECT'], HELPER: ['REDIRECT'] },
  SEEN: { PLACE: ['ACCEPT', 'REFUSE', 'SCHEDULE', 'REDIRECT'], HELPER: ['REDIRECT'] },
  ACCEPTED: { PLACE: ['REFUSE', 'SCHEDULE', 'ATTEND', 'NOT_REACH', 'REDIRECT'], HELPER: ['REDIRECT'] },
  APPOINTMENT: { PLACE: ['SCHEDULE', 'ATTEND', 'MISS', 'EXCUSE', 'NOT_REACH'], HELPER: ['EXCUSE', 'REDIRECT'] },
  ATTENDED: { PLACE: ['HELP', 'HELP_PARTLY', 'NOT_HELP'], HELPER: ['HELP', 'HELP_PARTLY', 'NOT_HELP'] },
  ABSENT: { PLACE: ['SCHEDULE', 'ATTEND', 'EXCUSE', 'NOT_REACH'], HELPER: ['EXCUSE', 'REDIRECT'] },
  EXCUSED: { PLACE: ['SCHEDULE', 'ATTEND', 'NOT_REACH'], HELPER: ['REDIRECT'] },
  REFUSED: { HELPER: ['REDIRECT'] },
  UNREACHABLE: { PLACE: ['SCHEDULE'], HELPER: ['RETRY', 'REDIRECT'] },
}

/** What a referral becomes; null when this side may not do that to it. */
function expectedAfter(status: ReferralStatus, side: ReferralSide, move: Move): ReferralStatus | null {
  const open = allowed[status]
  return open && [...always[side], ...(open[side] ?? [])].includes(move) ? becomes[move] : null
}

const cells = statuses.flatMap((status) => sides.flatMap((side) => moves.map((move) => [status, side, move] as const)))

describe('every state, side and action', () => {
  test.each(cells)('%s by %s: %s', (status, side, move) => {
    const expected = expectedAfter(status, side, move)
    expect(stateAfter(status, move, side)).toBe(expected)
    expect(movesOf(status, side).includes(move)).toBe(expected !== null)
  })

  test('the table says each thing once', () => {
    const said = transitions.flatMap(({ action, by, from }) =>
      by.flatMap((side) => from.map((status) => `${status} ${side} ${action}`)),
    )
    expect(new Set(said).size).toBe(said.length)
  })

  test('every state is reached, from the sending on', () => {
    const reached = new Set<ReferralStatus>(['SENT'])
    for (const status of reached) for (const { from, to } of transitions) if (from.includes(status)) reached.add(to)
    expect([...reached].sort()).toEqual([...statuses].sort())
  })
})

describe('no referral is lost', () => {
  const path = fc.array(fc.tuple(fc.constantFrom(...moves), fc.constantFrom(...sides)), { maxLength: 40 })
  const walk = (steps: [Move, ReferralSide][]) => {
    const seen: ReferralStatus[] = ['SENT']
    for (const [move, side] of steps) seen.push(stateAfter(seen.at(-1) ?? 'SENT', move, side) ?? seen.at(-1) ?? 'SENT')
    return seen
  }

  test('whatever is tried, an open one waits for one of its sides, by a day, with a step of time to come', () =>
    fc.assert(
      fc.property(
        path,
        fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true }),
        fc.constantFrom('41', '67', '974', '987', '2A'),
        fc.option(fc.integer({ min: 1, max: 300 })),
        (steps, now, departmentCode, daysAhead) => {
          const appointmentEnd = daysAhead === null ? null : new Date(now.getTime() + daysAhead * 24 * 3600 * 1000)
          for (const status of walk(steps)) {
            const wait = waitFor(status, { now, sentAt: now, appointmentEnd, departmentCode })
            if (!isOpen(status)) {
              expect([wait.acts, wait.dueAt, wait.nextStep, wait.nextStepAt]).toEqual([null, null, null, null])
              continue
            }
            expect(['HELPER', 'PLACE']).toContain(wait.acts)
            expect(wait.dueAt?.getTime()).toBeGreaterThan(wait.waitingSince.getTime())
            expect(wait.nextStepAt?.getTime()).toBeGreaterThan(wait.waitingSince.getTime())
            expect(wait.nextStep).toBe('REMIND')
          }
        },
      ),
    ))

  test('a closed one stays closed, whoever does what', () =>
    fc.assert(
      fc.property(path, (steps) => {
        const seen = walk(steps)
        const closed = seen.findIndex((status) => !isOpen(status))
        if (closed >= 0) expect(new Set(seen.slice(closed)).size).toBe(1)
      }),
    ))

  test('from every open state, each side alone can end it, the side that acts has something to do, and time ends it', () => {
    for (const status of statuses.filter(isOpen)) {
      for (const side of sides) {
        expect(
          movesOf(status, side).some((move) => !isOpen(stateAfter(status, move, side) ?? 'SENT')),
          `${status} ${side}`,
        ).toBe(true)
      }
      expect(movesOf(status, waitings[status]?.acts ?? 'SYSTEM').length, status).toBeGreaterThan(1)
    }
  })

  test('from every open state a person can still be helped, unless the place is out of it: then by another place', () => {
    const ends = (from: ReferralStatus) => {
      const reached = new Set([from])
      for (const status of reached) for (const each of transitions) if (each.from.includes(status)) reached.add(each.to)
      return reached
    }
    for (const status of statuses.filter(isOpen)) {
      const reached = ends(status)
      expect(reached.has('HELPED') || reached.has('REDIRECTED'), status).toBe(true)
    }
    expect(ends('REFUSED').has('HELPED')).toBe(false)
  })

  test('a place has two working days to say that it saw; silence is broken at 5, 10 and 30', () => {
    expect([waitings.SENT, waitings.SEEN].map((waiting) => [waiting?.acts, waiting?.within, waiting?.from])).toEqual([
      ['PLACE', 2, 'sent'],
      ['PLACE', 2, 'sent'],
    ])
    expect(silence).toEqual({ REMIND: 5, ESCALATE: 10, EXPIRE: 30 })
  })
})
