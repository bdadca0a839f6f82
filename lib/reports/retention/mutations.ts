import 'server-only'
import { db } from '@/lib/db'

/**
 * Forgets what people wrote in reports that were handled six months ago, their addresses, and the answers sent there.
 * What was wrong with which place, and what became of it, stays. /confidentialite says so.
 */
export async function forgetReporters(now: Date): Promise<void> {
  await db.$transaction([
    db.$executeRaw`
      UPDATE "Report" SET email = NULL, message = NULL
      WHERE "handledAt" <= ${now}::timestamptz - interval '6 months' AND (email IS NOT NULL OR message IS NOT NULL)`,
    // By their own age: a report may be gone with its place, or have been taken up again since.
    db.$executeRaw`
      DELETE FROM "OutboxMail"
      WHERE key LIKE 'report %' AND "createdAt" <= ${now}::timestamptz - interval '6 months'`,
  ])
}
