import { expect, test } from 'vitest'
import { usualWeek } from './usual-week'

const shortly = (hours: string, departmentCode: string, at: string) =>
  usualWeek(hours, departmentCode, new Date(at))?.map(({ from, to, slots }) => [
    `${from}-${to}`,
    slots.map(({ opens, closes }) => `${opens}-${closes}`).join(' '),
  ])

test('days in a row with the same hours are told together', () => {
  expect(shortly('Mo-Fr 09:00-12:00,14:00-17:00; We 14:00-17:00; Sa 10:00-12:00', '41', '2026-11-22T20:00Z')).toEqual([
    ['0-1', '09:00-12:00 14:00-17:00'],
    ['2-2', '14:00-17:00'],
    ['3-4', '09:00-12:00 14:00-17:00'],
    ['5-5', '10:00-12:00'],
    ['6-6', ''],
  ])
})

test('a week with a public holiday is not like most: the next one without is told', () => {
  const everyWeekday = [
    ['0-4', '09:00-17:00'],
    ['5-6', ''],
  ]
  // Christmas and New Year's Day follow.
  expect(shortly('Mo-Fr 09:00-17:00; PH off', '41', '2026-12-20T10:00Z')).toEqual(everyWeekday)
  // Réunion keeps one more, on 20 December.
  expect(shortly('Mo-Fr 09:00-17:00; PH off', '974', '2027-12-12T10:00Z')).toEqual(everyWeekday)
})

test.each(['2026-11-22T23:30Z', '2026-11-23T00:30Z', '2026-11-29T12:00Z'])(
  'it starts on a Monday, from %s as well',
  (at) => {
    for (const departmentCode of ['75', '971', '974']) {
      expect(shortly('Mo 09:00-10:00', departmentCode, at)?.[0]).toEqual(['0-0', '09:00-10:00'])
    }
  },
)

test('hours that cannot be read tell nothing', () => {
  expect(usualWeek('le matin', '41', new Date())).toBeNull()
})
