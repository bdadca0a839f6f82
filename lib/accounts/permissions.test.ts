import { describe, expect, test } from 'vitest'
import type { Role } from '@/prisma/client/enums'
import {
  type CurrentUser,
  type Grant,
  mayEditVocabulary,
  mayGrant,
  mayManagePeople,
  mayMovePlace,
  mayOnPlace,
  mayReadAudit,
  type PlaceAction,
  rolesToGive,
  type UserMembership,
} from './permissions'
import { hasTerritory, mayCreateSomewhere, peopleScopeOf, territoryOf } from './territory'

const nothing = {
  hubId: null,
  hubSlug: null,
  hubName: null,
  departmentCodes: [],
  placeId: null,
  organisationId: null,
  organisationName: null,
}
const hub = { ...nothing, hubId: 'h', hubSlug: 'hub', hubName: 'Hub', departmentCodes: ['41', '37'] }
const scopes: Record<Role, UserMembership> = {
  NATIONAL_ADMIN: { ...nothing, role: 'NATIONAL_ADMIN' },
  HUB_COORDINATOR: { ...hub, role: 'HUB_COORDINATOR' },
  HUB_EDITOR: { ...hub, role: 'HUB_EDITOR' },
  READER: { ...hub, role: 'READER' },
  PLACE_EDITOR: { ...nothing, role: 'PLACE_EDITOR', placeId: 'adp-1' },
  HELPER: { ...nothing, role: 'HELPER', organisationId: 'o', organisationName: 'CCAS' },
}
const userWith = (...memberships: UserMembership[]): CurrentUser => ({ id: 'u', email: 'u@x', name: 'U', memberships })

const own = { id: 'adp-1', departmentCode: '41' }
const neighbour = { id: 'adp-2', departmentCode: '41' }
const elsewhere = { id: 'adp-3', departmentCode: '75' }
const actions: PlaceAction[] = ['read', 'create', 'edit', 'publish', 'answer']

// What each role may do to its own place, to another of the same département, and elsewhere.
const all = 'read create edit publish answer'
const table: [Role, string, string, string][] = [
  ['NATIONAL_ADMIN', all, all, all],
  ['HUB_COORDINATOR', all, all, ''],
  ['HUB_EDITOR', all, all, ''],
  ['READER', 'read', 'read', ''],
  ['PLACE_EDITOR', 'read edit answer', '', ''],
  ['HELPER', '', '', ''],
]

describe.each(table)('%s', (role, onOwn, onNeighbour, onElsewhere) => {
  const user = userWith(scopes[role])

  test.each([
    ['her place', own, onOwn],
    ['a place of the same département', neighbour, onNeighbour],
    ['a place elsewhere', elsewhere, onElsewhere],
  ])('may do to %s what the table says and nothing else', (_, place, expected) => {
    expect(actions.filter((action) => mayOnPlace(user, action, place)).join(' ')).toBe(expected)
  })
})

describe('without a membership', () => {
  test('nothing is allowed and no place is listed', () => {
    const user = userWith()
    expect(actions.some((action) => mayOnPlace(user, action, own))).toBe(false)
    expect(territoryOf(user)).toEqual({ everywhere: false, departmentCodes: [], placeIds: [] })
    expect(hasTerritory(user)).toBe(false)
    expect(mayCreateSomewhere(user)).toBe(false)
  })
})

describe('a hub without départements', () => {
  test('covers nothing', () => {
    const user = userWith({ ...scopes.HUB_COORDINATOR, departmentCodes: [] })
    expect(mayOnPlace(user, 'read', own)).toBe(false)
    expect(hasTerritory(user)).toBe(false)
  })
})

describe('moving a place to another département', () => {
  test('asks for a right in both', () => {
    expect(mayMovePlace(userWith(scopes.HUB_COORDINATOR), own, '37')).toBe(true)
    expect(mayMovePlace(userWith(scopes.HUB_COORDINATOR), own, '75')).toBe(false)
    expect(mayMovePlace(userWith(scopes.HUB_COORDINATOR), elsewhere, '41')).toBe(false)
  })

  test('is not for a place editor, who may stay in hers', () => {
    expect(mayMovePlace(userWith(scopes.PLACE_EDITOR), own, '41')).toBe(true)
    expect(mayMovePlace(userWith(scopes.PLACE_EDITOR), own, '37')).toBe(false)
  })
})

test('several memberships add up', () => {
  const user = userWith(scopes.READER, { ...scopes.PLACE_EDITOR, placeId: 'adp-3' })
  expect(mayOnPlace(user, 'edit', elsewhere)).toBe(true)
  expect(mayOnPlace(user, 'edit', own)).toBe(false)
  expect(territoryOf(user)).toEqual({ everywhere: false, departmentCodes: ['37', '41'], placeIds: ['adp-3'] })
})

describe('the vocabulary', () => {
  test.each(Object.entries(scopes))('is changed by %s only where it coordinates', (role, membership) => {
    const may = role === 'NATIONAL_ADMIN' || role === 'HUB_COORDINATOR'
    expect(mayEditVocabulary(userWith(membership))).toBe(may)
  })

  test('is not for a coordinator without a hub, nor for nobody', () => {
    expect(mayEditVocabulary(userWith({ ...scopes.HUB_COORDINATOR, hubId: null }))).toBe(false)
    expect(mayEditVocabulary(userWith())).toBe(false)
  })
})

describe('giving a role, or taking it back', () => {
  const roles = Object.keys(scopes) as Role[]
  const grants = (hubId: string | null, departmentCode: string, organisationId: string): Grant[] =>
    roles.map((role) => ({
      role,
      hubId: role.startsWith('HUB_') || role === 'READER' ? hubId : null,
      departmentCode: role === 'PLACE_EDITOR' || role === 'HELPER' ? departmentCode : null,
      organisationId: role === 'HELPER' ? organisationId : null,
    }))
  const hubRoles = ['HUB_COORDINATOR', 'HUB_EDITOR', 'READER', 'PLACE_EDITOR', 'HELPER']

  // Which roles each role may give: in its own hub, département and organisation, and in another's.
  test.each<[Role, string[], string[]]>([
    ['NATIONAL_ADMIN', ['NATIONAL_ADMIN', ...hubRoles], ['NATIONAL_ADMIN', ...hubRoles]],
    ['HUB_COORDINATOR', hubRoles, []],
    ['HUB_EDITOR', [], []],
    ['READER', [], []],
    ['PLACE_EDITOR', [], []],
    ['HELPER', ['HELPER'], []],
  ])('is for %s what the table says and nothing else', (role, own, elsewhere) => {
    const user = userWith(scopes[role])
    const given = (list: Grant[]) => list.filter((grant) => mayGrant(user, grant)).map((grant) => grant.role)
    expect(given(grants('h', '41', 'o')).sort()).toEqual([...own].sort())
    expect(given(grants('other', '75', 'p')).sort()).toEqual([...elsewhere].sort())
    // Helpers are invited by their colleagues, on a page of their own.
    const offered = own.filter((each) => each !== 'HELPER')
    expect(rolesToGive(user).sort()).toEqual(offered.sort())
    expect(mayManagePeople(user)).toBe(offered.length > 0)
    expect(mayReadAudit(user)).toBe(role === 'NATIONAL_ADMIN')
  })

  test('is for nobody without a membership, nor for a coordinator whose hub is gone', () => {
    for (const user of [userWith(), userWith({ ...scopes.HUB_COORDINATOR, hubId: null })]) {
      expect(roles.flatMap(() => grants('h', '41', 'o')).some((grant) => mayGrant(user, grant))).toBe(false)
      expect(mayManagePeople(user)).toBe(false)
      expect(peopleScopeOf(user)).toEqual({ everywhere: false, hubIds: [], departmentCodes: [] })
    }
  })

  test('follows the hubs that one coordinates, not those that one reads', () => {
    const read = { ...scopes.READER, hubId: 'read', departmentCodes: ['75'] }
    expect(peopleScopeOf(userWith(scopes.HUB_COORDINATOR, read))).toEqual({
      everywhere: false,
      hubIds: ['h'],
      departmentCodes: ['37', '41'],
    })
  })
})
