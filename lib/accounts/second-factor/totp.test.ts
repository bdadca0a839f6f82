import fc from 'fast-check'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { newTotpSecret, spacedSecret, totpStep, totpUri } from './totp'

// RFC 6238, appendix B, with SHA-1; six digits are the last of eight.
const rfcSecret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer as ArrayBuffer }).base32

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at second %i the code of the standard is taken', (seconds, code) => {
  expect(totpStep(rfcSecret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
})

test('a code is good in its half-minute and the two beside it, and nowhere else', () => {
  const secret = newTotpSecret()
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 100_000_000 }), fc.integer({ min: -20, max: 20 }), (step, away) => {
      const token = new TOTP({ secret }).generate({ timestamp: step * 30_000 })
      const found = totpStep(secret, token, (step + away) * 30_000)
      // The same six digits may come again, rarely: then they are another half-minute's.
      if (Math.abs(away) <= 1) expect(found).not.toBeNull()
      else expect(found).not.toBe(step)
    }),
  )
})

test.each(['', '12345', '1234567', '12 345', 'abcdef', '１２３４５６'])('%o is no code', (code) => {
  expect(totpStep(rfcSecret, code, 59_000)).toBeNull()
})

test('a secret is 160 bits of its own, written in groups, and its address names the account', () => {
  const secret = newTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(secret)
  expect(spacedSecret(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const uri = new URL(totpUri(secret, 'a+b@example.org'))
  expect(uri.protocol).toBe('otpauth:')
  expect(uri.searchParams.get('secret')).toBe(secret)
  expect(decodeURIComponent(uri.pathname)).toContain('a+b@example.org')
})
