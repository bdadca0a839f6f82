import { describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { ReferralAction, ReferralStatus, Role } from '@/prisma/client/enums'
import { mayReadPerson, type Party, referralsOf } from './party'
import { isOpen, type Move, movesOf } from './state-machine'

const now = new Date('2026-11-23T09:00:00Z')
const [place, structure] = ['adp-1', '01931c5e-7a5b-7c1e-8d2f-3a4b5c6d7e8f']

/** Somebody with one role, everywhere that a role can hold at once: more than the database would let her have. */
const holding = (role: Role): CurrentUser => ({
  id: 'u1',
  email: 'a@example.org',
  name: 'A',
  memberships: [
    {
      role,
      hubId: structure,
      hubSlug: 'hub',
      hubName: 'Hub',
      departmentCodes: ['41'],
      placeId: place,
      organisationId: structure,
      organisationName: 'CCAS',
    },
  ],
})
const parties = (user: CurrentUser): Party[] => [
  { side: 'HELPER', user },
  { side: 'PLACE', user },
]

/** The only two roles that are a side of a referral. */
const sideOf: Partial<Record<Role, Party['side']>> = { HELPER: 'HELPER', PLACE_EDITOR: 'PLACE' }

describe.each(Object.values(Role))('%s', (role) => {
  const allowed = parties(holding(role)).filter((party) => {
    const condition = JSON.stringify(referralsOf(party, now))
    return condition.includes(place) || condition.includes(structure)
  })

  test('is a side of a referral by its own role alone', () =>
    expect(allowed.map(({ side }) => side)).toEqual(sideOf[role] ? [sideOf[role]] : []))

  test.each(Object.values(ReferralStatus))('does in %s what its side does, and nothing where it has none', (status) => {
    const done = Object.values(ReferralAction).filter((action) =>
      allowed.some(({ side }) => movesOf(status, side).includes(action as Move)),
    )
    const side = sideOf[role]
    expect(done.sort()).toEqual(side ? movesOf(status, side).sort() : [])
  })
})

test('whoever has no role is no side of anything', () => {
  for (const party of parties({ ...holding('READER'), memberships: [] })) {
    expect(Object.values(referralsOf(party, now))).toEqual([expect.objectContaining({ in: [] })])
  }
})

test('a place reads who the person is while it is open and not refused, a helper as long as it is known', () => {
  const [helper, place] = parties(holding('HELPER')) as [Party, Party]
  for (const status of Object.values(ReferralStatus)) {
    expect(mayReadPerson(helper, status)).toBe(true)
    expect(mayReadPerson(place, status), status).toBe(isOpen(status) && status !== 'REFUSED')
  }
})
