import { expect, test } from 'vitest'
import { spokenPhone } from './spoken-phone'

test('a phone number is written as it is read out, overseas ones too, on one line', () => {
  expect(spokenPhone('+33254001234')).toBe('02\u00a054\u00a000\u00a012\u00a034')
  expect(spokenPhone('+262262201234')).toBe('0262\u00a020\u00a012\u00a034')
})

test('what is not a number stays as it is', () => {
  expect(spokenPhone('3639')).toBe('3639')
})
