import { expect, test } from 'vitest'
import { spokenPhone } from './spoken-phone'

test('a phone number is written as it is read out, overseas ones too', () => {
  expect(spokenPhone('+33254001234')).toBe('02 54 00 12 34')
  expect(spokenPhone('+262262201234')).toBe('0262 20 12 34')
})

test('what is not a number stays as it is', () => {
  expect(spokenPhone('3639')).toBe('3639')
})
