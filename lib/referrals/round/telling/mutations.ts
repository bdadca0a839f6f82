import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/mutations'
import { replyToken } from '../../link'
import { type DigestLine, digestMail } from '../digest'

/** Addresses a transaction. */
const batch = 500

interface Row extends Omit<DigestLine, 'link'> {
  email: string
  id: string
  linkId: string
  /** Nobody has acted on it since it was noted */
  isCurrent: boolean
}

/**
 * Writes to some of the addresses that are to be told something, one message each, and forgets what it told.
 *
 * @returns how many addresses it took
 */
export async function tellByDigests(tx: Transaction): Promise<number> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH told AS (
      DELETE FROM "ReferralNotice" WHERE email IN (
        SELECT DISTINCT email FROM "ReferralNotice" ORDER BY email LIMIT ${batch}) RETURNING *)
    SELECT lower(t.email::text) AS email, t.step, t.side, t."byLink", r.id, r."linkId", r.code, p.name AS "placeName",
      c.name AS "communeName", r."erasedAt" IS NULL AND CASE t.step
        WHEN 'EXPIRE' THEN r.status = 'EXPIRED' ELSE r.acts IS NOT DISTINCT FROM t.side END AS "isCurrent"
    FROM told t JOIN "Referral" r ON r.id = t."referralId" JOIN "Place" p ON p.id = r."placeId"
      JOIN "Commune" c ON c.code = p."communeCode"
    ORDER BY r."waitingSince", r.id`
  const lines = new Map<string, DigestLine[]>()
  for (const row of rows) {
    const former = lines.get(row.email) ?? []
    lines.set(row.email, row.isCurrent ? [...former, { ...row, link: linkOf(row) }] : former)
  }
  const mails = [...lines].flatMap(([to, about]) =>
    about.length > 0 ? [{ key: `referrals ${randomUUID()}`, to, ...digestMail(about, env().PUBLIC_URL) }] : [],
  )
  await queueMail(tx, ...mails)
  return lines.size
}

function linkOf({ id, linkId, side, byLink }: Row): string {
  const { PUBLIC_URL, SECRET } = env()
  if (side === 'HELPER') return `${PUBLIC_URL}/orientation/suivi/${id}`
  return `${PUBLIC_URL}/${byLink ? `reponse/${replyToken(SECRET, linkId)}` : `coordination/orientations/${id}`}`
}
