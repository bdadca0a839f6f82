import 'server-only'
import { db } from '@/lib/db'

/**
 * Removes every demonstration place and account, with their services, history and sessions: all or nothing.
 * What a person added, or a file brought, stays.
 */
export async function removeDemonstration(): Promise<{ places: number; accounts: number }> {
  return db.$transaction(
    async (tx) => {
      // A referral to a place that never was, or by nobody real, tells of nobody.
      await tx.referral.deleteMany({
        where: {
          OR: [
            { place: { isDemo: true } },
            { organisation: { isDemo: true }, OR: [{ helperId: null }, { helper: { isDemo: true } }] },
          ],
        },
      })
      const { count: places } = await tx.place.deleteMany({ where: { isDemo: true } })
      const { count: accounts } = await tx.user.deleteMany({ where: { isDemo: true } })
      // One that a real person joined is hers to keep.
      await tx.organisation.deleteMany({ where: { isDemo: true, memberships: { none: {} }, referrals: { none: {} } } })
      return { places, accounts }
    },
    { timeout: 60_000, maxWait: 20_000 },
  )
}
