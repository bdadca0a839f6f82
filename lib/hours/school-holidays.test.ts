import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReadable, openingState } from './opening'
import { schoolHolidays, schoolYears, schoolZoneOf } from './school-holidays'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const stateOn = (hours: string, departmentCode: string, day: string) =>
  openingState(hours, departmentCode, noon(day)).state
const closedThen = 'Mo-Su 09:00-18:00; SH off'

describe('school holidays', () => {
  it.each([
    ['2025-12-20', ['A', 'B', 'C']],
    ['2026-01-05', []],
    ['2026-02-10', ['A']],
    ['2026-02-18', ['A', 'B']],
    ['2026-02-25', ['B', 'C']],
    ['2026-03-08', ['C']],
    ['2026-07-15', ['A', 'B', 'C']],
    ['2026-11-01', ['A', 'B', 'C']],
    ['2026-11-02', []],
    ['2027-02-06', ['C']],
    ['2027-03-07', ['B']],
    ['2027-05-07', ['A', 'B', 'C']],
    ['2027-09-01', ['A', 'B', 'C']],
    ['2027-09-02', []],
    ['2028-02-12', ['B', 'C']],
    ['2028-04-24', ['A', 'C']],
  ])('of %s are those of zones %j', (day, zones) => {
    const one = { A: '69', B: '57', C: '75' }
    const closed = Object.entries(one).flatMap(([zone, code]) =>
      stateOn(closedThen, code, day) === 'closed' ? zone : [],
    )
    expect(closed).toEqual(zones)
  })

  it('open a place that opens then', () => {
    expect(stateOn('SH Mo-Fr 10:00-16:00', '75', '2026-02-25')).toBe('open')
    expect(stateOn('SH Mo-Fr 10:00-16:00', '75', '2026-02-28')).toBe('closed')
    expect(stateOn('SH Mo-Fr 10:00-16:00', '75', '2026-03-11')).toBe('closed')
  })

  it('go with public holidays, on either side', () => {
    for (const hours of ['Mo-Su 09:00-18:00; PH,SH off', 'Mo-Su 09:00-18:00; SH,PH off']) {
      expect(stateOn(hours, '75', '2026-11-11')).toBe('closed')
      expect(stateOn(hours, '75', '2026-10-20')).toBe('closed')
      expect(stateOn(hours, '57', '2027-12-26')).toBe('closed')
      expect(stateOn(hours, '75', '2026-11-12')).toBe('open')
    }
  })

  it('leave a comment its words', () => {
    expect(stateOn('Mo-Fr 09:00-18:00 open "sauf SH; sur place"', '75', '2026-10-20')).toBe('open')
    expect(stateOn('Mo-Fr 09:00-18:00; SH off "congés; voir le site"', '75', '2026-10-20')).toBe('closed')
  })

  it('are unknown where and when nobody published them', () => {
    for (const code of ['2A', '2B', '971', '974', '976', '988']) expect(isReadable(closedThen, code)).toBe(false)
    expect(stateOn(closedThen, '75', '2025-08-31')).toBe('unknown')
    expect(stateOn(closedThen, '75', '2028-07-01')).toBe('unknown')
    expect(stateOn(closedThen, '75', '2028-06-30')).toBe('open')
  })

  it('are unknown in the middle of a rule', () => {
    expect(isReadable('Mo-Fr,SH 09:00-12:00', '75')).toBe(false)
    expect(isReadable('SH -1 day off', '75')).toBe(false)
  })

  it('close every day of theirs and no other, whatever the day', () => {
    const days = (Date.parse(schoolYears.to) - Date.parse(schoolYears.from)) / 86_400_000
    fc.assert(
      fc.property(fc.integer({ min: 0, max: days }), fc.constantFrom('01', '41', '57', '75', '34'), (after, code) => {
        const day = new Date(Date.parse(schoolYears.from) + after * 86_400_000).toISOString().slice(0, 10)
        const zone = schoolZoneOf(code)
        const isHoliday = zone !== null && schoolHolidays(zone).some(({ from, to }) => from <= day && day <= to)
        expect(stateOn(closedThen, code, day)).toBe(isHoliday ? 'closed' : 'open')
      }),
      { numRuns: 60 },
    )
  })

  it('belong to one zone in each of the 94 départements of the mainland', () => {
    const codes = [...Array(95).keys()]
      .map((index) => String(index + 1).padStart(2, '0'))
      .filter((code) => code !== '20')
    expect(codes.filter((code) => schoolZoneOf(code) === null)).toEqual([])
  })
})
