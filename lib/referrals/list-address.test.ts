import { expect, test } from 'vitest'
import { listAddress } from './list-address'
import { referralFilters } from './schema'

const addressOf = (asked: object) => listAddress('/orientation/suivi', referralFilters.parse(asked))

test('an address leaves out what is as usual', () => {
  expect(addressOf({})).toBe('/orientation/suivi')
  expect(addressOf({ etat: 'todo', a: 'tous', code: '', page: '1' })).toBe('/orientation/suivi')
})

test('an address keeps all that narrows the list', () => {
  const narrowed = '/orientation/suivi?etat=closed&a=moi&lieu=adp-7&statut=HELPED&code=K7QF&page=3'
  expect(addressOf(Object.fromEntries(new URL(narrowed, 'https://exemple.fr').searchParams))).toBe(narrowed)
})
