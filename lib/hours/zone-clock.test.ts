import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overseasDepartments, timeZoneOf } from '@/lib/territory/time-zone'
import { instantOf, wallClock } from './zone-clock'

describe('wallClock', () => {
  it('shows what clocks show, at any instant of any zone of France', () => {
    const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.constantFrom('75', ...overseasDepartments).map(timeZoneOf), (at, timeZone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
        expect(wallClock(timeZone, at).toISOString().slice(0, 19)).toBe(shown.replace(' ', 'T'))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('instantOf', () => {
  const shown = (time: string, zone = 'Europe/Paris') => instantOf(zone, Date.parse(`${time}Z`)).toISOString()

  it('finds the instant at which clocks show a time, in winter, in summer and overseas', () => {
    expect(shown('2026-01-12T09:00')).toBe('2026-01-12T08:00:00.000Z')
    expect(shown('2026-07-06T09:00')).toBe('2026-07-06T07:00:00.000Z')
    expect(shown('2026-07-06T09:00', 'Indian/Reunion')).toBe('2026-07-06T05:00:00.000Z')
    expect(shown('2026-07-06T09:00', 'America/Guadeloupe')).toBe('2026-07-06T13:00:00.000Z')
  })

  it('takes the first of two hours that look alike, and the next when there is none', () => {
    expect(shown('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(shown('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(shown('2026-03-29T01:59')).toBe('2026-03-29T00:59:00.000Z')
    expect(shown('2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z')
    expect(shown('2026-10-25T03:00')).toBe('2026-10-25T02:00:00.000Z')
  })
})
