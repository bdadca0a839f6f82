import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOfSigned, signedId } from './signed-id'

const secret = 'a secret that nobody knows, of 32 characters'
const id = '0192f0c1-2345-7abc-8def-0123456789ab'
const token = signedId(secret, 'confirm', id)

test('a link says which id it was signed for', () => {
  expect(idOfSigned(secret, 'confirm', token)).toBe(id)
})

test.each([
  ['signed with another secret', signedId('another secret that nobody knows, of 32', 'confirm', id)],
  ['signed by us for something else', signedId(secret, 'reply', id)],
  ['for another id', token.replace('0192f0c1', '0192f0c2')],
  ['cut short', token.slice(0, -1)],
  ['with more of a signature', `${token}a`],
  ['with more behind', `${token}.x`],
  ['in other letters', token.toUpperCase()],
  ['without a signature', id],
  ['with an empty signature', `${id}.`],
  ['for something that is no id', `x.${token.split('.')[1]}`],
  ['that is empty', ''],
])('a link %s says nothing', (_, given) => {
  expect(idOfSigned(secret, 'confirm', given)).toBeNull()
})

test('no other text says anything', () =>
  fc.assert(fc.property(fc.string(), (text) => idOfSigned(secret, 'confirm', text) === null)))
