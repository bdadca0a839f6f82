import { describe, expect, test } from 'vitest'
import { isSealed, sealForm } from './form-seal'

const secret = 'a secret that nobody knows, of 32 characters'
const drawn = Date.UTC(2026, 10, 22)
const seal = sealForm(secret, 'report adp-1', drawn)

describe('a form', () => {
  test('may be sent from a second to a day after it was drawn', () => {
    const mayBeSent = (after: number) => isSealed(secret, 'report adp-1', seal, drawn + after)
    expect([0, 999, 1000, 86_400_000, 86_400_001].map(mayBeSent)).toEqual([false, false, true, true, false])
  })
  test.each([
    ['of another place', seal, 'report adp-2'],
    ['of another time', seal.replace(/^\d+/, String(drawn - 5000)), 'report adp-1'],
    ['without a time', `.${seal.split('.')[1]}`, 'report adp-1'],
    ['without a signature', String(drawn), 'report adp-1'],
    ['that is empty', '', 'report adp-1'],
  ])('with the seal %s is refused', (_, given, form) => {
    expect(isSealed(secret, form, given, drawn + 5000)).toBe(false)
  })
})
