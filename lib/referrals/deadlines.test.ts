import { describe, expect, test } from 'vitest'
import type { ReferralStep } from '@/prisma/client/enums'
import { endOfWorkingDay, nextStepOf, stepAt, waitFor } from './deadlines'

const at = (text: string) => new Date(text)
const iso = (date: Date | null | undefined) => date?.toISOString()
const sent = (now: string, departmentCode: string) => waitFor('SENT', { now: at(now), sentAt: at(now), departmentCode })

describe('a place acknowledges by the end of the second working day, on its own clock', () => {
  test.each([
    ['2026-11-23T09:00:00Z', '41', '2026-11-25T22:59:59.999Z', 'Monday to Wednesday'],
    ['2026-11-20T16:00:00Z', '41', '2026-11-24T22:59:59.999Z', 'Friday to Tuesday'],
    ['2026-11-21T10:00:00Z', '41', '2026-11-24T22:59:59.999Z', 'Saturday to Tuesday'],
    ['2026-12-24T09:00:00Z', '41', '2026-12-29T22:59:59.999Z', 'over Christmas'],
    ['2026-04-02T09:00:00Z', '67', '2026-04-08T21:59:59.999Z', 'over Good Friday and Easter Monday in Alsace'],
    ['2026-10-23T10:00:00Z', '41', '2026-10-27T22:59:59.999Z', 'over the end of summer time'],
    ['2026-03-27T10:00:00Z', '41', '2026-03-31T21:59:59.999Z', 'over its beginning'],
    ['2026-11-23T20:30:00Z', '974', '2026-11-26T19:59:59.999Z', 'in Réunion, where it is Tuesday already'],
    ['2026-11-23T03:00:00Z', '972', '2026-11-25T03:59:59.999Z', 'in Martinique, where it is still Sunday'],
    ['2026-11-20T23:30:00Z', '41', '2026-11-24T22:59:59.999Z', 'Saturday, half an hour after midnight in Paris'],
  ])('sent at %s in %s: %s, %s', (now, departmentCode, expected) =>
    expect(iso(sent(now, departmentCode).dueAt)).toBe(expected),
  )
})

describe('silence', () => {
  test('is broken in the morning of the 5th, 10th and 30th working day', () => {
    const since = at('2026-11-23T09:00:00Z')
    expect(iso(stepAt('REMIND', since, '41'))).toBe('2026-11-30T07:00:00.000Z')
    expect(iso(stepAt('ESCALATE', since, '41'))).toBe('2026-12-07T07:00:00.000Z')
    expect(iso(stepAt('EXPIRE', since, '41'))).toBe('2027-01-06T07:00:00.000Z')
  })

  test('goes from the reminder to the end', () => {
    const since = at('2026-11-23T09:00:00Z')
    const following = (step: ReferralStep) =>
      nextStepOf(step, { now: stepAt(step, since, '41'), waitingSince: since, departmentCode: '41' })
    expect(following('REMIND')).toEqual({ nextStep: 'ESCALATE', nextStepAt: stepAt('ESCALATE', since, '41') })
    expect(following('ESCALATE')).toEqual({ nextStep: 'EXPIRE', nextStepAt: stepAt('EXPIRE', since, '41') })
    expect(following('EXPIRE')).toBeNull()
  })

  test('leaves everybody their days when a step comes late', () => {
    const late = { now: at('2026-12-15T07:00:00Z'), waitingSince: at('2026-11-23T09:00:00Z'), departmentCode: '41' }
    expect(iso(nextStepOf('REMIND', late)?.nextStepAt)).toBe('2026-12-22T07:00:00.000Z')
    // Twenty working days, Christmas and New Year's Day apart.
    expect(iso(nextStepOf('ESCALATE', late)?.nextStepAt)).toBe('2027-01-14T07:00:00.000Z')
  })

  test('is morning where the place is', () => {
    expect(iso(stepAt('REMIND', at('2026-11-23T09:00:00Z'), '987'))).toBe('2026-11-27T18:00:00.000Z')
    expect(iso(stepAt('REMIND', at('2026-03-23T09:00:00Z'), '41'))).toBe('2026-03-30T06:00:00.000Z')
  })
})

describe('what a state waits for', () => {
  const [now, sentAt] = [at('2026-11-25T09:00:00Z'), at('2026-11-23T09:00:00Z')]
  const facts = { now, sentAt, departmentCode: '41' }

  test('having seen it gives a place no more time', () =>
    expect(waitFor('SEEN', facts)).toEqual(waitFor('SENT', { ...facts, now: sentAt })))

  test('an appointment is waited for, then told of within two days', () => {
    const wait = waitFor('APPOINTMENT', { ...facts, appointmentEnd: at('2026-12-10T15:00:00Z') })
    expect([wait.acts, iso(wait.waitingSince), iso(wait.dueAt), iso(wait.nextStepAt)]).toEqual([
      'PLACE',
      '2026-12-10T15:00:00.000Z',
      '2026-12-14T22:59:59.999Z',
      '2026-12-17T07:00:00.000Z',
    ])
  })

  test('a refusal waits for the helper, from now on', () => {
    const wait = waitFor('REFUSED', facts)
    expect([wait.acts, iso(wait.dueAt)]).toEqual(['HELPER', '2026-12-02T22:59:59.999Z'])
  })

  test('nothing is waited for once it is over', () => {
    expect(waitFor('HELPED', facts)).toEqual({
      acts: null,
      waitingSince: now,
      dueAt: null,
      nextStep: null,
      nextStepAt: null,
    })
  })

  test('the last millisecond of a day is still in time', () => {
    const due = endOfWorkingDay(at('2026-11-23T09:00:00Z'), 2, '41')
    expect(iso(new Date(due.getTime() + 1))).toBe('2026-11-25T23:00:00.000Z')
  })
})
