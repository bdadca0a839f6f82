import { expect, test } from 'vitest'
import type { Role } from '@/prisma/client/enums'
import { accountPathOf, localPath, signInPath } from './return-path'

test.each([
  ['/coordination/lieux?q=a&page=2', '/coordination/lieux?q=a&page=2'],
  ['/coordination/../hubs', '/hubs'],
])('%s is a path of this site', (wanted, expected) => {
  expect(localPath(wanted)).toBe(expected)
})

test.each([
  undefined,
  '',
  'lieux',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '/x/..//elsewhere.example',
  'javascript:alert(1)',
])('%j leads to the dashboard', (wanted) => {
  expect(localPath(wanted)).toBe('/coordination')
})

test('the sign-in page carries the path to come back to', () => {
  expect(signInPath('/coordination/lieux?q=a b')).toBe('/connexion?retour=%2Fcoordination%2Flieux%3Fq%3Da+b')
})

test('an account is looked after at the coordination by whoever has a role there, and nobody else', () => {
  const having = (...roles: Role[]) =>
    accountPathOf({
      memberships: roles.map((role) => ({
        role,
        hubId: null,
        hubSlug: null,
        hubName: null,
        departmentCodes: [],
        placeId: null,
        organisationId: null,
        organisationName: null,
      })),
    })
  expect([having(), having('HELPER')]).toEqual(['/orientation/compte', '/orientation/compte'])
  expect([having('READER'), having('HELPER', 'READER')]).toEqual(['/coordination/compte', '/coordination/compte'])
})
