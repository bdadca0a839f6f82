import { Prisma } from '@/prisma/client/client'

/** `saysItTakesReferrals` of `"Place" p`. */
export const saysItTakesReferralsSql = Prisma.sql`
  coalesce(p."takesReferrals", p."accessModes" @> '{REFERRAL_FORM_BY_EMAIL}'::"AccessMode"[])`

/** `takesReferral` of `"Place" p`: published, taking, and within reach by an account or an e-mail. */
export const takesReferralSql = Prisma.sql`(
  p.status = 'PUBLISHED' AND ${saysItTakesReferralsSql}
  AND (cardinality(p.emails) > 0 OR EXISTS (
    SELECT FROM "Membership" m WHERE m."placeId" = p.id AND m.role = 'PLACE_EDITOR')))`
