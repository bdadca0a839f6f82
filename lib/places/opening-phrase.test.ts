import { describe, expect, test } from 'vitest'
import { openingPhrase } from './opening-phrase'

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

describe('a closed place', () => {
  test('says the time when it opens today', () => {
    expect(closed('2026-01-13T13:00:00Z')).toEqual({ key: 'opensToday', time: { hours: 14, minutes: 0 } })
  })
  test('says tomorrow, then the day, then the date', () => {
    expect(closed('2026-01-14T08:00:00Z').key).toBe('opensTomorrow')
    expect(closed('2026-01-19T08:00:00Z')).toEqual({
      key: 'opensOnDay',
      time: { hours: 9, minutes: 0 },
      date: new Date('2026-01-19T00:00:00Z'),
    })
    expect(closed('2026-01-20T08:00:00Z').key).toBe('opensOnDate')
  })
  test('says nothing more when it opens no more', () => {
    expect(openingPhrase({ state: 'closed', changesAt: null }, at, paris)).toEqual({ key: 'closed' })
  })
})

test('days are those of the place: this evening in Paris is already tomorrow in Nouméa', () => {
  const evening = new Date('2026-01-13T20:00:00Z')
  const opening = { state: 'closed', changesAt: new Date('2026-01-13T21:00:00Z') } as const
  expect(openingPhrase(opening, evening, 'Pacific/Noumea')).toEqual({
    key: 'opensToday',
    time: { hours: 8, minutes: 0 },
  })
})

test('hours that nobody can read are unknown', () => {
  expect(openingPhrase({ state: 'unknown', changesAt: null, comment: null }, at, paris)).toEqual({ key: 'unknown' })
})
