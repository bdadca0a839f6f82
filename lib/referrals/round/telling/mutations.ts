import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { type Mail, queueMail } from '@/lib/mail/mutations'
import type { Service, SupportMode } from '@/prisma/client/enums'
import { replyToken } from '../../link'
import { nextOpeningWords } from '../../places/next-opening'
import { listOtherPlaces } from '../../places/queries'
import { type DigestLine, digestMail, type OtherLine } from '../digest'

/** Addresses a transaction. */
const batch = 100
/** Other places that a message names for one referral. */
const othersAtMost = 3
/** A message about more referrals names none: it would be a list of addresses, which their pages tell one by one. */
const proposedAtMost = 10

interface Row extends Omit<DigestLine, 'link' | 'others'> {
  email: string
  id: string
  organisationId: string
  linkId: string
  services: Service[]
  supportMode: SupportMode | null
  latitude: number
  longitude: number
  /** Nobody has acted on it since it was noted */
  isCurrent: boolean
}

/**
 * Writes to some of the addresses that are to be told something, one message each, and forgets what it told.
 *
 * @returns how many addresses it took
 */
export async function tellByDigests(tx: Transaction, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH told AS (
      DELETE FROM "ReferralNotice" WHERE email IN (
        SELECT DISTINCT email FROM "ReferralNotice" ORDER BY email LIMIT ${batch}) RETURNING *)
    SELECT lower(t.email::text) AS email, t.step, t.side, t."byLink", r.id, r."organisationId", r."linkId", r.code,
      p.name AS "placeName", c.name AS "communeName", r.services::text[] AS services, r."supportMode",
      p.latitude, p.longitude,
      r."erasedAt" IS NULL AND CASE t.step
        WHEN 'EXPIRE' THEN r.status = 'EXPIRED' ELSE r.acts IS NOT DISTINCT FROM t.side END AS "isCurrent"
    FROM told t JOIN "Referral" r ON r.id = t."referralId" JOIN "Place" p ON p.id = r."placeId"
      JOIN "Commune" c ON c.code = p."communeCode"
    ORDER BY r."waitingSince", r.id`
  const addresses = [...new Set(rows.map(({ email }) => email))]
  const mails: Mail[] = []
  for (const to of addresses) {
    const lines = await linesOf(
      rows.filter(({ email, isCurrent }) => email === to && isCurrent),
      now,
    )
    if (lines.length > 0) mails.push({ key: `referrals ${randomUUID()}`, to, ...digestMail(lines, env().PUBLIC_URL) })
  }
  await queueMail(tx, ...mails)
  return addresses.length
}

async function linesOf(rows: readonly Row[], now: Date): Promise<DigestLine[]> {
  const isHandedOver = ({ step }: Row) => step === 'ESCALATE'
  const isFew = rows.filter(isHandedOver).length <= proposedAtMost
  const lines: DigestLine[] = []
  for (const row of rows)
    lines.push({ ...row, link: linkOf(row), others: isFew && isHandedOver(row) ? await othersFor(row, now) : [] })
  return lines
}

/** Where the person may be sent instead. */
async function othersFor(row: Row, now: Date): Promise<OtherLine[]> {
  const others = await listOtherPlaces({ ...row, place: row, sender: row.organisationId }, now)
  return others.slice(0, othersAtMost).map((other) => ({
    name: other.name,
    communeName: other.communeName,
    kilometres: Math.round((other.distance ?? 0) / 1000),
    opens: nextOpeningWords(other, now),
    link: `${env().PUBLIC_URL}/orientation/suivi/${row.id}/ailleurs?lieu=${other.id}`,
  }))
}

function linkOf({ id, linkId, side, byLink }: Row): string {
  const { PUBLIC_URL, SECRET } = env()
  if (side === 'HELPER') return `${PUBLIC_URL}/orientation/suivi/${id}`
  return `${PUBLIC_URL}/${byLink ? `reponse/${replyToken(SECRET, linkId)}` : `coordination/orientations/${id}`}`
}
