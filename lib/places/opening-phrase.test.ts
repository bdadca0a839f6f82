import { describe, expect, test } from 'vitest'
import { openingPhrase, placeOpening } from './opening-phrase'

const paris = 'Europe/Paris'
/** A Tuesday of winter, 10 in the morning in Paris. */
const at = new Date('2026-01-13T09:00:00Z')
const open = (changesAt: string) => openingPhrase({ state: 'open', changesAt: new Date(changesAt) }, at, paris)
const closed = (changesAt: string) => openingPhrase({ state: 'closed', changesAt: new Date(changesAt) }, at, paris)

describe('an open place', () => {
  test('says when it closes, on its own clock', () => {
    expect(open('2026-01-13T17:30:00Z')).toEqual({ key: 'openUntil', time: { hours: 18, minutes: 30 } })
  })
  test('closes at midnight rather than at 0 h', () => {
    expect(open('2026-01-13T23:00:00Z')).toEqual({ key: 'openUntilMidnight' })
  })
  test('may close in the night', () => {
    expect(open('2026-01-14T01:00:00Z')).toEqual({ key: 'openUntil', time: { hours: 2, minutes: 0 } })
  })
  test('does not name a time of tomorrow, which would be read as today’s', () => {
    expect(open('2026-01-14T11:00:00Z')).toEqual({ key: 'open' })
    expect(openingPhrase({ state: 'open', changesAt: null }, at, paris)).toEqual({ key: 'open' })
  })
})

describe('within the hour', () => {
  test('an open place closes soon, and a closed one opens soon', () => {
    expect(open('2026-01-13T10:00:00Z')).toEqual({ key: 'closesSoon', time: { hours: 11, minutes: 0 } })
    expect(open('2026-01-13T10:00:01Z').key).toBe('openUntil')
    expect(closed('2026-01-13T09:30:00Z')).toEqual({
      key: 'opensSoon',
      why: 'usual',
      time: { hours: 10, minutes: 30 },
    })
  })
})

describe('a place closed by exception', () => {
  const place = {
    openingHours: 'Mo-Fr 09:00-17:00',
    departmentCode: '41',
    closures: [{ from: '2026-01-13', to: '2026-01-15' }],
  }
  test('says so, and when it opens again', () => {
    expect(placeOpening(place, at)).toEqual({
      key: 'opensOnDay',
      why: 'exceptional',
      time: { hours: 9, minutes: 0 },
      date: new Date('2026-01-16T00:00:00Z'),
    })
    expect(placeOpening({ ...place, openingHours: null }, at)).toEqual({ key: 'closed', why: 'exceptional' })
  })
  test('is closed as usual the evening before', () => {
    expect(placeOpening(place, new Date('2026-01-12T19:00:00Z'))).toMatchObject({ key: 'opensOnDay', why: 'usual' })
  })
})

describe('a closed place', () => {
  test('says the time when it opens today', () => {
    expect(closed('2026-01-13T13:00:00Z')).toEqual({ key: 'opensToday', why: 'usual', time: { hours: 14, minutes: 0 } })
  })
  test('says tomorrow, then the day, then the date', () => {
    expect(closed('2026-01-14T08:00:00Z').key).toBe('opensTomorrow')
    expect(closed('2026-01-19T08:00:00Z')).toEqual({
      key: 'opensOnDay',
      why: 'usual',
      time: { hours: 9, minutes: 0 },
      date: new Date('2026-01-19T00:00:00Z'),
    })
    expect(closed('2026-01-20T08:00:00Z').key).toBe('opensOnDate')
  })
  test('says nothing more when it opens no more', () => {
    expect(openingPhrase({ state: 'closed', changesAt: null }, at, paris)).toEqual({ key: 'closed', why: 'usual' })
  })
})

test('days are those of the place: this evening in Paris is already tomorrow in Nouméa', () => {
  const evening = new Date('2026-01-13T20:00:00Z')
  const opening = { state: 'closed', changesAt: new Date('2026-01-13T21:00:00Z') } as const
  expect(openingPhrase(opening, evening, 'Pacific/Noumea')).toEqual({
    key: 'opensSoon',
    why: 'usual',
    time: { hours: 8, minutes: 0 },
  })
})

test('hours that nobody can read are unknown', () => {
  expect(openingPhrase({ state: 'unknown', changesAt: null, comment: null }, at, paris)).toEqual({ key: 'unknown' })
})

test('uncertain hours are by appointment where they say so', () => {
  const place = { departmentCode: '41', closures: [] }
  const keyOf = (openingHours: string) => placeOpening({ ...place, openingHours }, at).key
  expect(keyOf('Mo-Fr 09:00-12:00 "sur rendez-vous"')).toBe('byAppointment')
  expect(keyOf('"sur RDV"')).toBe('byAppointment')
  expect(keyOf('Mo-Fr 09:00-12:00 unknown "selon les ateliers"')).toBe('unknown')
  expect(keyOf('Mo-Fr 09:00+')).toBe('unknown')
})
