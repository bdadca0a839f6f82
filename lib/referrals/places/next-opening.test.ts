import { expect, test } from 'vitest'
import { nextOpeningWords, opensSoon } from './next-opening'

/** A Monday, at eight in metropolitan France. */
const at = new Date('2026-12-07T07:00:00Z')
const place = { openingHours: 'Tu 09:00-12:00', departmentCode: '41', closures: [] }

test('is told on the clock of the place', () => {
  expect(nextOpeningWords(place, at)).toBe('ouvre le mardi 8 décembre à 9:00')
  // Réunion is three hours ahead, Martinique five behind.
  expect(nextOpeningWords({ ...place, departmentCode: '974' }, at)).toBe('ouvre le mardi 8 décembre à 9:00')
  expect(nextOpeningWords({ ...place, openingHours: 'Mo 10:00-12:00', departmentCode: '974' }, at)).toBe(
    'ouvert en ce moment',
  )
  expect(nextOpeningWords({ ...place, openingHours: 'Mo 10:00-12:00', departmentCode: '972' }, at)).toBe(
    'ouvre le lundi 7 décembre à 10:00',
  )
})

test('says nothing of hours that are not known, which may be open', () => {
  for (const openingHours of [null, 'sur rendez-vous']) {
    expect(nextOpeningWords({ ...place, openingHours }, at)).toBeNull()
    expect(opensSoon({ ...place, openingHours }, at)).toBe(true)
  }
})

test('is not soon when the place is closed for three weeks, or for good', () => {
  const closures = [{ from: '2026-12-01', to: '2026-12-28' }]
  expect(opensSoon(place, at)).toBe(true)
  expect(opensSoon({ ...place, closures }, at)).toBe(false)
  expect(opensSoon({ ...place, openingHours: null, closures }, at)).toBe(false)
  expect(opensSoon({ ...place, openingHours: 'off' }, at)).toBe(false)
})
