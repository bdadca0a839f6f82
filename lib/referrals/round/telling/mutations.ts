import 'server-only'
import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/mutations'
import { Prisma } from '@/prisma/client/client'
import type { Service, SupportMode } from '@/prisma/client/enums'
import { replyToken } from '../../link'
import { nextOpeningWords } from '../../places/next-opening'
import { listOtherPlaces } from '../../places/queries'
import { type DigestLine, digestMail, type OtherLine } from '../digest'

/** Addresses at a time: what is searched for them is as old as that takes. */
const batch = 200
/** Other places that a message names for one referral. */
const othersAtMost = 3
/** A message about more referrals names none: it would be a list of addresses, which their pages tell one by one. */
const proposedAtMost = 10

/** A search waits for the database most of the time; more at once would keep visitors waiting. */
const searchesAtOnce = 4

interface Row extends Omit<DigestLine, 'link' | 'others'> {
  email: string
  id: string
  organisationId: string
  linkId: string
  services: Service[]
  supportMode: SupportMode | null
  latitude: number
  longitude: number
}

/**
 * Writes to some of the addresses that are to be told something, one message each, and forgets what it told. Other
 * places are searched before the transaction, which would end before hundreds of searches do, each time anew.
 *
 * @returns how many addresses it took
 */
export async function tellByDigests(now: Date): Promise<number> {
  const next = await db.$queryRaw<{ email: string }[]>`
    SELECT email::text FROM (SELECT DISTINCT email FROM "ReferralNotice" ORDER BY email LIMIT ${batch}) a`
  if (next.length === 0) return 0
  const those = Prisma.sql`"ReferralNotice" WHERE email = ANY(${next.map(({ email }) => email)}::citext[])`
  const handedOver = await readRows(db, Prisma.sql`SELECT * FROM ${those} AND step = 'ESCALATE'`)
  const others = await findOthers(handedOver, now)
  await db.$transaction(async (tx) => {
    const told = byAddress(await readRows(tx, Prisma.sql`DELETE FROM ${those} RETURNING *`))
    const mails = [...told].map(([to, rows]) => ({
      key: `referrals ${randomUUID()}`,
      to,
      ...digestMail(linesOf(rows, others), env().PUBLIC_URL),
    }))
    await queueMail(tx, ...mails)
  })
  return next.length
}

/** What some notices are about, of those that nobody acted on since. */
async function readRows(client: Transaction, notices: Prisma.Sql): Promise<Row[]> {
  const rows = await client.$queryRaw<(Row & { isCurrent: boolean })[]>`
    WITH told AS (${notices})
    SELECT lower(t.email::text) AS email, t.step, t.side, t."byLink", r.id, r."organisationId", r."linkId", r.code,
      p.name AS "placeName", c.name AS "communeName", r.services::text[] AS services, r."supportMode", p.latitude, p.longitude,
      r."erasedAt" IS NULL AND CASE t.step
        WHEN 'EXPIRE' THEN r.status = 'EXPIRED' ELSE r.acts IS NOT DISTINCT FROM t.side END AS "isCurrent"
    FROM told t JOIN "Referral" r ON r.id = t."referralId" JOIN "Place" p ON p.id = r."placeId"
      JOIN "Commune" c ON c.code = p."communeCode"
    ORDER BY r."waitingSince", r.id`
  return rows.filter(({ isCurrent }) => isCurrent)
}

function byAddress(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const same = found.get(row.email)
    if (same) same.push(row)
    else found.set(row.email, [row])
  }
  return found
}

type Others = ReadonlyMap<string, readonly OtherLine[]>

/** By referral, whoever is told. A search that fails proposes nothing: the message leaves all the same. */
async function findOthers(rows: readonly Row[], now: Date): Promise<Others> {
  const asked = [...byAddress(rows).values()].flatMap(toPropose)
  const left = [...new Map(asked.map((row) => [row.id, row])).values()]
  const others = new Map<string, readonly OtherLine[]>()
  while (left.length > 0) {
    const found = left.splice(0, searchesAtOnce).map(async (row) => {
      others.set(row.id, await othersFor(row, now).catch(tellNone))
    })
    await Promise.all(found)
  }
  return others
}

function tellNone(error: unknown): OtherLine[] {
  console.error(error)
  return []
}

/** Those of one address for which other places are named. */
function toPropose(rows: readonly Row[]): readonly Row[] {
  const handedOver = rows.filter(({ step }) => step === 'ESCALATE')
  return handedOver.length <= proposedAtMost ? handedOver : []
}

function linesOf(rows: readonly Row[], others: Others): DigestLine[] {
  const proposing = new Set(toPropose(rows))
  return rows.map((row) => ({
    ...row,
    link: linkOf(row),
    others: (proposing.has(row) && others.get(row.id)) || [],
  }))
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
