import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/hours/closure'
import { isWorkingDay, workingDayAfter } from './working-days'

describe('days that are not worked', () => {
  test.each([
    ['2026-11-21', '41', 'a Saturday'],
    ['2026-11-22', '41', 'a Sunday'],
    ['2026-01-01', '41', 'New Year'],
    ['2026-04-06', '41', 'Easter Monday'],
    ['2026-05-01', '41', 'Labour Day'],
    ['2026-05-08', '41', 'Victory Day'],
    ['2026-05-14', '41', 'Ascension'],
    ['2026-05-25', '41', 'Whit Monday'],
    ['2026-07-14', '41', 'the national day'],
    ['2027-11-01', '41', 'All Saints'],
    ['2026-11-11', '41', 'Armistice'],
    ['2026-12-25', '41', 'Christmas'],
    ['2026-04-03', '67', 'Good Friday in Alsace'],
    ['2025-12-26', '57', 'Saint Stephen in Moselle'],
    ['2026-05-22', '972', 'the end of slavery in Martinique'],
    ['2026-05-27', '971', 'the end of slavery in Guadeloupe'],
    ['2026-06-10', '973', 'the end of slavery in Guyane'],
    ['2027-12-20', '974', 'the end of slavery in La Réunion'],
    ['2026-04-27', '976', 'the end of slavery in Mayotte'],
    ['2026-09-24', '988', 'the citizenship of New Caledonia'],
  ])('%s in %s: %s', (day, departmentCode) => expect(isWorkingDay(day, departmentCode)).toBe(false))

  test.each([
    ['2026-04-03', '41', 'Good Friday elsewhere'],
    ['2025-12-26', '75', 'the day after Christmas elsewhere'],
    ['2026-05-22', '41', 'of Martinique alone'],
    ['2026-11-23', '41', 'a Monday'],
    ['2026-12-24', '41', 'the eve of Christmas'],
  ])('%s in %s is worked: %s', (day, departmentCode) => expect(isWorkingDay(day, departmentCode)).toBe(true))
})

describe('days are counted', () => {
  test.each([
    ['2026-11-23', 2, '41', '2026-11-25', 'within a week'],
    ['2026-11-20', 2, '41', '2026-11-24', 'over a weekend'],
    ['2026-11-21', 1, '41', '2026-11-23', 'from a Saturday'],
    ['2026-11-10', 1, '41', '2026-11-12', 'over the 11th of November'],
    ['2026-12-23', 2, '41', '2026-12-28', 'over Christmas and a weekend'],
    ['2026-12-31', 1, '41', '2027-01-04', 'over a year'],
    ['2026-05-07', 1, '41', '2026-05-11', 'over the 8th of May, a Friday'],
    ['2026-04-02', 1, '41', '2026-04-03', 'Good Friday counts in Blois'],
    ['2026-04-02', 1, '67', '2026-04-07', 'and does not in Strasbourg'],
    ['2026-11-23', 10, '41', '2026-12-07', 'two weeks'],
  ])('%s and %i working days in %s: %s, %s', (day, count, departmentCode, expected) =>
    expect(workingDayAfter(day, count, departmentCode)).toBe(expected),
  )

  const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2024-01-01', n))
  const departments = fc.constantFrom('41', '67', '971', '974', '976', '987', '988', '989')

  test('the day reached is worked, and between it and the first stand the others', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), departments, (day, count, departmentCode) => {
        const reached = workingDayAfter(day, count, departmentCode)
        let worked = 0
        for (let each = addDays(day, 1); each <= reached; each = addDays(each, 1)) {
          if (isWorkingDay(each, departmentCode)) worked++
        }
        expect(isWorkingDay(reached, departmentCode)).toBe(true)
        expect(worked).toBe(count)
      }),
    ))

  test('counting in two goes is counting in one', () =>
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        departments,
        (day, a, b, code) => {
          expect(workingDayAfter(workingDayAfter(day, a, code), b, code)).toBe(workingDayAfter(day, a + b, code))
        },
      ),
    ))
})
