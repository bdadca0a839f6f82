import { describe, expect, test } from 'vitest'
import type { Closure } from './closure'
import { readableWeek } from './readable-week'
import type { Slot } from './week'

const slots = (all: readonly Slot[]) => all.map(({ opens, closes }) => `${opens}-${closes}`).join(' ')
const read = (hours: string, at: string, departmentCode = '41', closures: Closure[] = []) => {
  const week = readableWeek(hours, departmentCode, new Date(at), closures)
  return (
    week && {
      today: week.weekday,
      tables: week.tables.map(({ when, date, isNow, groups }) => [
        [when, date, isNow ? 'now' : 'not now'].filter(Boolean).join(' '),
        ...groups.map(({ from, to, slots: all }) => `${from}-${to} ${slots(all)}`.trim()),
      ]),
      exceptions: week.exceptions.map(
        ({ date, holiday, isClosure, slots: all, usual }) =>
          `${date} ${isClosure ? 'closure' : holiday}: ${slots(usual)} -> ${slots(all)}`,
      ),
    }
  )
}

describe('a readable week', () => {
  test('tells days in a row together, lunch breaks kept', () => {
    // A Tuesday
    expect(read('Mo-Fr 09:00-12:00,14:00-17:30; We 09:00-12:00; Sa 10:00-12:00', '2026-11-24T10:00:00Z')).toEqual({
      today: 1,
      tables: [
        [
          'always now',
          '0-1 09:00-12:00 14:00-17:30',
          '2-2 09:00-12:00',
          '3-4 09:00-12:00 14:00-17:30',
          '5-5 10:00-12:00',
          '6-6',
        ],
      ],
      exceptions: [],
    })
  })

  test('tells odd weeks and even ones apart, by the numbers of calendars', () => {
    // The 23rd of November 2026 starts week 48; 2026 has 53 weeks: two odd ones follow each other.
    expect(read('week 1-53/2 Mo 09:00-12:00; week 2-53/2 Tu 14:00-18:00', '2026-11-24T10:00:00Z')?.tables).toEqual([
      ['oddWeeks not now', '0-0 09:00-12:00', '1-6'],
      ['evenWeeks now', '0-0', '1-1 14:00-18:00', '2-6'],
    ])
  })

  test('tells until when and from when, between two seasons', () => {
    expect(read('Sep-Jun Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-13:00', '2026-06-10T10:00:00Z')?.tables).toEqual([
      ['until 2026-06-30 now', '0-4 09:00-17:00', '5-6'],
      ['from 2026-07-01 not now', '0-4 09:00-13:00', '5-6'],
    ])
    expect(read('Mo-Sa 09:00-17:00; SH off', '2026-12-01T10:00:00Z')?.tables).toEqual([
      ['until 2026-12-18 now', '0-5 09:00-17:00', '6-6'],
      ['from 2026-12-19 not now', '0-6'],
    ])
  })

  test('tells the public holidays to come that change something, those of the territory', () => {
    const hours = 'Mo-Fr 09:00-17:00; PH off'
    expect(read(hours, '2026-11-05T10:00:00Z')?.exceptions).toEqual(['2026-11-11 Armistice 1918: 09:00-17:00 -> '])
    expect(read(hours, '2026-05-20T10:00:00Z', '971')?.exceptions.map((told) => told.slice(0, 10))).toEqual([
      '2026-05-25',
      '2026-05-27',
    ])
    expect(read('Mo-Fr 09:00-17:00', '2026-11-05T10:00:00Z')?.exceptions).toEqual([])
  })

  test('strikes the days of a closure', () => {
    const closures = [{ from: '2026-11-26', to: '2026-11-28' }]
    expect(read('Mo-Fr 09:00-17:00', '2026-11-24T10:00:00Z', '41', closures)?.exceptions).toEqual([
      '2026-11-26 closure: 09:00-17:00 -> ',
      '2026-11-27 closure: 09:00-17:00 -> ',
    ])
  })

  test('starts on the day that the clocks of the place show', () => {
    const sunday = '2026-11-22T20:00:00Z'
    expect(read('Mo 09:00-12:00', sunday, '41')?.today).toBe(6)
    expect(read('Mo 09:00-12:00', sunday, '988')?.today).toBe(0)
  })

  test.each(['quand on veut', 'Sa[1] 10:00-12:00'])('finds no rhythm in %s', (hours) => {
    expect(read(hours, '2026-11-24T10:00:00Z')).toBeNull()
  })
})
