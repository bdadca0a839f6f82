import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { addDays } from './closure'
import { openIntervals, openingState } from './opening'
import { localDay } from './zone-clock'

describe('an exceptional closure', () => {
  const closures = [{ from: '2026-12-24', to: '2027-01-01' }]
  const at = (instant: string, departmentCode = '41', hours: string | null = 'Mo-Su 09:00-17:00') =>
    openingState(hours, departmentCode, new Date(instant), closures)

  it('closes whole days, both included, of the place’s own calendar', () => {
    expect(at('2026-12-23T15:00:00Z').state).toBe('open')
    expect(at('2026-12-24T10:00:00Z').state).toBe('closed')
    expect(at('2027-01-01T10:00:00Z').state).toBe('closed')
    expect(at('2027-01-02T08:00:00Z').state).toBe('open')
    // Already the 24th in Nouméa, still the 1st in Pointe-à-Pitre.
    expect(at('2026-12-23T22:30:00Z', '988').state).toBe('closed')
    expect(at('2027-01-01T20:30:00Z', '971').state).toBe('closed')
    expect(at('2027-01-02T13:30:00Z', '971').state).toBe('open')
  })

  it('is skipped by the next opening', () => {
    expect(at('2026-12-23T18:00:00Z')).toEqual({ state: 'closed', changesAt: new Date('2027-01-02T08:00:00Z') })
    expect(at('2026-12-28T10:00:00Z')).toEqual({ state: 'closed', changesAt: new Date('2027-01-02T08:00:00Z') })
  })

  it('ends at midnight what would have lasted', () => {
    expect(at('2026-12-23T18:00:00Z', '41', '24/7')).toEqual({
      state: 'open',
      changesAt: new Date('2026-12-23T23:00:00Z'),
    })
  })

  it('closes even where hours are unknown', () => {
    expect(at('2026-12-28T10:00:00Z', '41', null).state).toBe('closed')
    expect(at('2026-12-28T10:00:00Z', '41', 'quand on veut').state).toBe('closed')
    expect(at('2026-12-20T10:00:00Z', '41', null).state).toBe('unknown')
  })

  it('leaves nothing open on its days, and everything open on the others', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-03-01', days))
    const closure = fc
      .tuple(day, fc.integer({ min: 0, max: 9 }))
      .map(([from, days]) => ({ from, to: addDays(from, days) }))
    fc.assert(
      fc.property(fc.array(closure, { maxLength: 4 }), fc.constantFrom('41', '974', '975', '988'), (all, code) => {
        const [from, to] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-05-01T00:00:00Z')]
        const open = openIntervals('24/7', code, from, to, all)
        for (let at = from.getTime(); at < to.getTime(); at += 3 * 3_600_000) {
          const today = localDay(timeZoneOf(code), new Date(at))
          const isOpen = open.some((each) => each.from.getTime() <= at && at < each.to.getTime())
          expect(isOpen).toBe(!all.some((each) => each.from <= today && today <= each.to))
        }
      }),
      { numRuns: 10 },
    )
  })
})
