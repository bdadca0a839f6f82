import { expect, test } from 'vitest'
import { sessionTimes } from './session-times'

test('a weekly workshop keeps its time on the wall when the clocks change', () => {
  const times = sessionTimes({ date: '2026-10-20', starts: '14:00', ends: '16:30', count: 2 }, 'Europe/Paris')
  expect(times.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual([
    ['2026-10-20T12:00:00.000Z', '2026-10-20T14:30:00.000Z'],
    ['2026-10-27T13:00:00.000Z', '2026-10-27T15:30:00.000Z'],
  ])
})

test('the clock is the place’s own', () => {
  const [reunion] = sessionTimes({ date: '2026-12-01', starts: '09:00', ends: '10:00', count: 1 }, 'Indian/Reunion')
  expect(reunion?.startsAt.toISOString()).toBe('2026-12-01T05:00:00.000Z')
})
