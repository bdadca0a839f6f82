import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openIntervals } from './opening'
import { sameClockDepartment } from './same-clock'

const departments = [
  '01',
  '2A',
  '41',
  '57',
  '67',
  '68',
  '75',
  '90',
  '09',
  '971',
  '974',
  '975',
  '976',
  '978',
  '987',
  '988',
]
const rules = [
  'Mo-Fr 09:00-12:00',
  'Sa 22:00-02:00',
  'PH off',
  'SH off',
  'SH Mo-Fr 10:00-16:00',
  'week 1-53/2 We 14:00-18:00',
]

test('the same hours open at the same instants in all départements that one stands for', () => {
  const [from, to] = [new Date('2026-10-12T00:00:00Z'), new Date('2027-01-11T00:00:00Z')]
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...rules), { minLength: 1 }),
      fc.constantFrom(...departments),
      (chosen, code) => {
        const hours = chosen.join('; ')
        const standIn = sameClockDepartment(hours, code)
        expect(openIntervals(hours, standIn, from, to)).toEqual(openIntervals(hours, code, from, to))
        expect(sameClockDepartment(hours, standIn)).toBe(standIn)
      },
    ),
    { numRuns: 40 },
  )
})

test('one stands for most of France, unless its hours tell of school holidays', () => {
  const ordinary = ['01', '41', '75', '2A'].map((code) => sameClockDepartment('Mo 09:00-12:00', code))
  expect(new Set(ordinary).size).toBe(1)
  const school = ['01', '41', '75', '2A'].map((code) => sameClockDepartment('Mo 09:00-12:00; SH off', code))
  expect(new Set(school).size).toBe(4)
  expect(sameClockDepartment('Mo 09:00-12:00', '67')).toBe('67')
  expect(sameClockDepartment('Mo 09:00-12:00', '974')).toBe('974')
})
