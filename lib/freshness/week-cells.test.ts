import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDayHours } from '@/lib/open-data/day-hours'
import { weekDays } from '@/lib/open-data/week-hours'
import { hoursOfWeek, weekCells } from './week-cells'

const at = new Date('2026-11-22T10:00Z')
const cellsOf = (hours: string) => weekCells(hours, '41', at)
const readBack = (cells: Record<string, string>) =>
  Object.fromEntries(Object.entries(cells).map(([day, text]) => [day, readDayHours(text).osm]))

describe('hours in seven cells', () => {
  test('are told as people write them', () => {
    expect(cellsOf('Mo-Fr 09:00-12:00,14:00-17:00; We off; PH off')).toEqual({
      Mo: '09:00-12:00, 14:00-17:00',
      Tu: '09:00-12:00, 14:00-17:00',
      We: 'fermé',
      Th: '09:00-12:00, 14:00-17:00',
      Fr: '09:00-12:00, 14:00-17:00',
      Sa: 'fermé',
      Su: 'fermé',
    })
  })

  test.each([
    'week 1-53/2 Mo-Fr 10:00-16:00',
    'Mo-Fr 09:00-12:00 "sur rendez-vous"',
    'Fr 22:00-02:00',
    'tous les jours sauf le lundi',
  ])('are not told when a week of cells would lose something: %s', (hours) => {
    expect(cellsOf(hours)).toBeNull()
  })

  test('are read back as the same week, whatever it is', () => {
    const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
    const day = fc.constantFrom(
      'off',
      ...[8, 9, 10].flatMap((from) => [
        `${clock(from)}-${clock(from + 3)}`,
        `${clock(from)}-12:00,${clock(from + 5)}-18:30`,
      ]),
    )
    fc.assert(
      fc.property(fc.tuple(day, day, day, day, day, day, day), (week) => {
        fc.pre(week.some((hours) => hours !== 'off'))
        const hours = hoursOfWeek(Object.fromEntries(weekDays.map((name, index) => [name, week[index]])), null) ?? ''
        const cells = cellsOf(hours)
        expect(hoursOfWeek(readBack(cells ?? {}), null)).toBe(hours)
      }),
      { numRuns: 30 },
    )
  })

  test('keep public holidays closed where they were', () => {
    expect(hoursOfWeek({ Mo: '09:00-12:00' }, 'Mo 09:00-11:00; PH off')).toBe('Mo 09:00-12:00; PH off')
    expect(hoursOfWeek({ Mo: '09:00-12:00' }, 'Mo 09:00-11:00')).toBe('Mo 09:00-12:00')
  })
})
