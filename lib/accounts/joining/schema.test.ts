import { expect, test } from 'vitest'
import { joiningInput } from './schema'

const asked = {
  name: 'Camille Aidante',
  email: 'camille@ccas.example.org',
  profession: 'Assistante sociale',
  structureName: 'CCAS de Blois',
  siret: '21410018600011',
  lieu: 'Blois',
}

test.each([
  ['a SIRET whose key is wrong', { siret: '21410018600012' }, 'siret'],
  ['thirteen digits', { siret: '2141001860001' }, 'siret'],
  ['no SIRET', { siret: ' ' }, 'siret'],
  ['a social-security number for a profession', { profession: '2 84 05 88 921 001 74' }, 'profession'],
  ['no name', { name: ' ' }, 'name'],
  ['no commune', { lieu: '' }, 'lieu'],
  ['what is no address', { email: 'camille' }, 'email'],
])('refuses %s', (_, fields, field) => {
  const { error } = joiningInput.safeParse({ ...asked, ...fields })
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('takes a SIRET as people write it', () => {
  expect(joiningInput.parse({ ...asked, siret: '214 100 186 00011' }).siret).toBe(asked.siret)
})
