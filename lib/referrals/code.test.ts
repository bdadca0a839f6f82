import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawCode, readCode, shownCode } from './code'

test('codes have eight signs that nobody mistakes, and are read as they are shown', () => {
  for (let count = 0; count < 500; count++) {
    const code = drawCode()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(readCode(shownCode(code))).toBe(code)
    expect(readCode(` ${shownCode(code).toLowerCase()} `)).toBe(code)
  }
})

test('every sign is drawn, about as often as another', () => {
  const drawn = Array.from({ length: 2_000 }, drawCode).join('')
  const counts = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((sign) => drawn.split(sign).length - 1)
  expect(Math.min(...counts)).toBeGreaterThan(380)
  expect(Math.max(...counts)).toBeLessThan(620)
})

test('what is mistaken is put right', () => {
  expect(readCode('k7qf-2m9x')).toBe('K7QF2M9X')
  expect(readCode('KOIL 2M9U')).toBe('K0112M9V')
  expect(readCode('K7QF–2M9X')).toBe('K7QF2M9X')
})

test.each(['', 'K7QF', 'K7QF2M9XX', 'K7QF2M9é', "' OR 1=1"])('%s is no code', (typed) =>
  expect(readCode(typed)).toBeNull(),
)

test('whatever is typed gives a code or nothing', () =>
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(readCode(typed) ?? 'AAAAAAAA').toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    }),
  ))
