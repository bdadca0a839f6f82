import { expect, test } from 'vitest'
import { confirmationToken, requestOfToken } from './link'

const secret = 'a secret that nobody knows, of 32 characters'
const id = '0192f0c1-2345-7abc-8def-0123456789ab'
const token = confirmationToken(secret, id)

test('a link says which request it answers', () => {
  expect(requestOfToken(secret, token)).toBe(id)
})

test.each([
  ['signed with another secret', confirmationToken('another secret that nobody knows, of 32', id)],
  ['for another request', token.replace('0192f0c1', '0192f0c2')],
  ['cut short', token.slice(0, -1)],
  ['with more behind', `${token}.x`],
  ['without a signature', id],
  ['for something that is no request', `x.${token.split('.')[1]}`],
  ['that is empty', ''],
])('a link %s says nothing', (_, given) => {
  expect(requestOfToken(secret, given)).toBeNull()
})
