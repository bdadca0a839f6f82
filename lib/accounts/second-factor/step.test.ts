import { describe, expect, test } from 'vitest'
import type { Role } from '@/prisma/client/enums'
import { needsSecondFactor, signInStep } from './step'

const nothing = {
  hubId: null,
  hubSlug: null,
  hubName: null,
  departmentCodes: [],
  placeId: null,
  organisationId: null,
  organisationName: null,
}
const as = (...roles: Role[]) => roles.map((role) => ({ ...nothing, role }))
const base = { isDemo: false, memberships: as('HUB_COORDINATOR'), hasSecondFactor: false, hasPassed: false }

test.each([
  ['NATIONAL_ADMIN', true],
  ['HUB_COORDINATOR', true],
  ['HUB_EDITOR', false],
  ['PLACE_EDITOR', false],
  ['READER', false],
  ['HELPER', false],
] as const)('%s needs a second factor: %s', (role, needs) => {
  expect(needsSecondFactor({ isDemo: false, memberships: as(role) })).toBe(needs)
  expect(needsSecondFactor({ isDemo: false, memberships: as('READER', role) })).toBe(needs)
  expect(needsSecondFactor({ isDemo: true, memberships: as(role) })).toBe(false)
})

describe('a session', () => {
  test('of a coordinator without a second factor is led to choose one', () => {
    expect(signInStep(base)).toBe('SET_UP')
  })
  test('of whoever has a second factor waits for it, needed or not', () => {
    for (const memberships of [[], as('READER'), as('HUB_COORDINATOR')]) {
      for (const isDemo of [false, true]) {
        expect(signInStep({ ...base, isDemo, memberships, hasSecondFactor: true })).toBe('VERIFY')
      }
    }
  })
  test('is open once it has passed, to a demonstration account, and to roles that need no second factor', () => {
    expect(signInStep({ ...base, hasSecondFactor: true, hasPassed: true })).toBe('DONE')
    expect(signInStep({ ...base, isDemo: true })).toBe('DONE')
    expect(signInStep({ ...base, memberships: as('READER') })).toBe('DONE')
    expect(signInStep({ ...base, memberships: [] })).toBe('DONE')
  })
})
