import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { fewestPeople } from '../booklet'

interface Row {
  departmentCode: string
  departmentName: string
  quarter: number
  people: number
  booklets: number
  given: number
  used: number
  expired: number
}

/** What became of the vouchers that were given in a quarter for the places of a département. */
export interface VoucherFigures extends Pick<Row, 'departmentCode' | 'departmentName' | 'quarter'> {
  /** Null where too few people got some */
  figures: Record<'booklets' | 'given' | 'used' | 'expired' | 'left', number> | null
}

/** Whether this person follows what is given somewhere: a whole département, not one place. */
export function followsVouchers(user: CurrentUser): boolean {
  const { everywhere, departmentCodes } = territoryOf(user)
  return everywhere || departmentCodes.length > 0
}

/**
 * The vouchers given in a year, by département and by quarter: periods that never overlap, so that no two figures
 * tell a third one that is hidden.
 *
 * @throws ForbiddenError for whoever follows no département
 */
export async function listVoucherFigures(user: CurrentUser, year: number, now = new Date()): Promise<VoucherFigures[]> {
  if (!followsVouchers(user)) throw new ForbiddenError('Ces chiffres sont pour les personnes qui suivent un hub.')
  const { everywhere, departmentCodes } = territoryOf(user)
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.code AS "departmentCode", d.name AS "departmentName",
      extract(quarter FROM b."givenOn")::int AS quarter,
      count(DISTINCT b."referralId")::int AS people, count(*)::int AS booklets,
      sum(b.vouchers)::int AS given, sum(b.used)::int AS used,
      coalesce(sum(b.vouchers - b.used)
        FILTER (WHERE b."expiresOn" < (${now}::timestamptz AT TIME ZONE d."timeZone")::date), 0)::int AS expired
    FROM "VoucherBooklet" b
    JOIN "Referral" r ON r.id = b."referralId"
    JOIN "Place" p ON p.id = r."placeId"
    JOIN "Commune" c ON c.code = p."communeCode"
    JOIN "Department" d ON d.code = c."departmentCode"
    WHERE b."givenOn" BETWEEN make_date(${year}::int, 1, 1) AND make_date(${year}::int, 12, 31)
      AND (${everywhere} OR d.code = ANY (${departmentCodes}::text[]))
    GROUP BY d.code, quarter ORDER BY d.code, quarter`
  return rows.map(({ people, booklets, given, used, expired, ...where }) => ({
    ...where,
    figures: people < fewestPeople ? null : { booklets, given, used, expired, left: given - used - expired },
  }))
}
