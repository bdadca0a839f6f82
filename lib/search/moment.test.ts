import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { momentInstant, momentOf } from './moment'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const at = (day: string, time: string, zone = 'Europe/Paris') => momentInstant({ day, time }, zone)
const refused = (day: string, time: string) =>
  at(day, time).problems.map(({ parameter, reason }) => [parameter, reason])

describe('a day and a time', () => {
  test('are those of the clocks of the place', () => {
    expect(at('2026-11-28', '10:00').openAt).toEqual(new Date('2026-11-28T09:00:00Z'))
    expect(at('2027-07-03', '10:00').openAt).toEqual(new Date('2027-07-03T08:00:00Z'))
    expect(at('2026-11-28', '10:00', 'Indian/Reunion').openAt).toEqual(new Date('2026-11-28T06:00:00Z'))
    expect(at('2026-11-28', '10:00', 'Pacific/Tahiti').openAt).toEqual(new Date('2026-11-28T20:00:00Z'))
  })
  test('come back as they were chosen', () => {
    for (const zone of ['Europe/Paris', 'America/Guadeloupe', 'Pacific/Noumea']) {
      const { openAt } = at('2027-03-28', '08:30', zone)
      expect(openAt && momentOf(openAt, zone)).toEqual({ day: '2027-03-28', time: '08:30' })
    }
  })
  test('ask for nothing when both are empty', () => {
    expect(at('', '')).toEqual({ openAt: null, problems: [] })
  })
  test('are told to be missing, or wrong', () => {
    expect(refused('2026-11-28', '')).toEqual([['jour', 'choisissez aussi une heure']])
    expect(refused('', '10:00')).toEqual([['heure', 'choisissez aussi un jour']])
    expect(refused('samedi', '10:00')[0]?.[0]).toBe('jour')
    expect(refused('2026-02-30', '10:00')[0]?.[0]).toBe('jour')
    expect(refused('2026-11-28', '25:00')[0]?.[0]).toBe('heure')
    expect(refused('2031-11-28', '10:00')).toEqual([['jour', 'un instant à moins de 2 ans d’aujourd’hui est attendu']])
  })
})
