import type { AccessMode, PlaceStatus } from '@/prisma/client/enums'

/** What tells whether a place receives people whom helpers refer. */
export interface TakingPlace {
  status: PlaceStatus
  /** What the place says; null when it never said */
  takesReferrals: boolean | null
  accessModes: readonly AccessMode[]
}

/** What the place says itself; where it never did, the national schema's "Envoyer un mail avec une fiche de prescription". */
export function saysItTakesReferrals({ takesReferrals, accessModes }: Omit<TakingPlace, 'status'>): boolean {
  return takesReferrals ?? accessModes.includes('REFERRAL_FORM_BY_EMAIL')
}

/**
 * Whether a referral may be sent to a place: it is published, takes them, and somebody there can be told.
 * `takesReferralSql` of `taking-sql.ts` says the same in SQL.
 *
 * @param hasEditor whether somebody has an account for this place
 */
export function takesReferral({ emails, ...place }: TakingPlace & { emails: readonly string[] }, hasEditor: boolean) {
  return place.status === 'PUBLISHED' && saysItTakesReferrals(place) && (hasEditor || emails.length > 0)
}
