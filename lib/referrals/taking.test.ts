import { expect, test } from 'vitest'
import { PlaceStatus } from '@/prisma/client/enums'
import { saysItTakesReferrals, takesReferral } from './taking'

test.each([
  [true, [], true],
  [true, ['REFERRAL_FORM_BY_EMAIL'], true],
  [false, [], false],
  [false, ['REFERRAL_FORM_BY_EMAIL'], false],
  [null, ['WALK_IN', 'EMAIL'], false],
  [null, ['WALK_IN', 'REFERRAL_FORM_BY_EMAIL'], true],
] as const)('a place that says %s and is reached by %j takes referrals: %s', (takesReferrals, accessModes, takes) => {
  expect(saysItTakesReferrals({ takesReferrals, accessModes })).toBe(takes)
})

const open = {
  status: PlaceStatus.PUBLISHED,
  takesReferrals: true,
  accessModes: [],
  emails: ['accueil@example.org'],
}

test('a referral goes to a published place where somebody can be told', () => {
  expect(takesReferral(open, false)).toBe(true)
  expect(takesReferral({ ...open, emails: [] }, true)).toBe(true)
  expect(takesReferral({ ...open, emails: [] }, false)).toBe(false)
  expect(takesReferral({ ...open, takesReferrals: false }, true)).toBe(false)
  for (const status of [PlaceStatus.DRAFT, PlaceStatus.ARCHIVED])
    expect(takesReferral({ ...open, status }, true)).toBe(false)
})
