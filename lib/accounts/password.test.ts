import { expect, test } from 'vitest'
import { hashPassword, randomToken, tokenHash, verifyPassword } from './password'

test('a hash is argon2id with the parameters of OWASP and its own salt', async () => {
  const [one, other] = await Promise.all([hashPassword('une longue phrase'), hashPassword('une longue phrase')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(other)
})

test('only the password itself is accepted, however its accents are encoded', async () => {
  const hash = await hashPassword('été à la médiathèque')
  expect(await verifyPassword(hash, 'été à la médiathèque'.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(hash, 'ete a la mediatheque')).toBe(false)
})

test('what is no hash accepts nothing', async () => {
  expect(await verifyPassword('', '')).toBe(false)
  expect(await verifyPassword('plain', 'plain')).toBe(false)
})

test('a token is 256 random bits, and its hash does not lead back to it', () => {
  expect(randomToken()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(randomToken()).not.toBe(randomToken())
  expect(tokenHash('a')).toMatch(/^[0-9a-f]{64}$/)
})
