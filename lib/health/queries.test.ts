import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { databaseState } from './queries'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test.each([
  ['there', async () => 'a mark'],
  ['away', () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:5432'))],
  // What takes longer than a delay may is told by the clock, not by the words of its error.
  ['away', () => Promise.reject(new Error('canceling statement due to statement timeout'))],
  ['late', () => new Promise<never>((_, reject) => setTimeout(reject, 2000, new Error('Query read timeout')))],
])('the database is %s', async (state, ask) => {
  const asked = databaseState(ask)
  await vi.runAllTimersAsync()
  expect(await asked).toBe(state)
})
