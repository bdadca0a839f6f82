import { expect, test } from 'vitest'
import { CircuitBreaker } from './circuit-breaker'

function brokenAt(start: number) {
  const clock = { now: start }
  const breaker = new CircuitBreaker(3, 30_000, () => clock.now)
  for (let failure = 0; failure < 3; failure++) breaker.failed()
  return { clock, breaker }
}

test('two failures are forgiven by a success, three in a row are not', () => {
  const breaker = new CircuitBreaker(3, 30_000, () => 0)
  breaker.failed()
  breaker.failed()
  breaker.succeeded()
  breaker.failed()
  expect(breaker.mayAsk()).toBe(true)
  expect(brokenAt(0).breaker.mayAsk()).toBe(false)
})

test('after the rest one call tries, while the others do not wait for it', () => {
  const { clock, breaker } = brokenAt(0)
  expect(breaker.wait).toBe(30_000)
  clock.now = 30_000
  expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false])
  breaker.succeeded()
  expect(breaker.mayAsk()).toBe(true)
})

test('a try that fails starts another rest', () => {
  const { clock, breaker } = brokenAt(0)
  clock.now = 30_000
  breaker.mayAsk()
  breaker.failed()
  clock.now = 59_999
  expect(breaker.mayAsk()).toBe(false)
})
