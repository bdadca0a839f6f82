import { expect, test } from 'vitest'
import { timeZoneOf } from './time-zone'

const overseas = ['971', '972', '973', '974', '975', '976', '977', '978', '984', '986', '987', '988', '989']

test('metropolitan départements live in the zone of Paris, Corsica included', () => {
  for (const code of ['01', '2A', '2B', '57', '75', '95']) expect(timeZoneOf(code)).toBe('Europe/Paris')
})

test.each([
  ['971', -4],
  ['973', -3],
  ['974', 4],
  ['976', 3],
  ['987', -10],
  ['988', 11],
  ['989', -8],
])('clocks of %s are %i hours from UTC in winter', (code, hours) => {
  const parts = new Intl.DateTimeFormat('en', { timeZone: timeZoneOf(code), timeZoneName: 'longOffset' })
  const offset = parts.formatToParts(new Date('2026-01-15T12:00:00Z')).find((part) => part.type === 'timeZoneName')
  expect(offset?.value).toBe(`GMT${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`)
})

test('every overseas territory has a zone that this runtime knows', () => {
  for (const code of overseas) {
    expect(timeZoneOf(code)).not.toBe('Europe/Paris')
    expect(() => new Intl.DateTimeFormat('fr', { timeZone: timeZoneOf(code) })).not.toThrow()
  }
})
