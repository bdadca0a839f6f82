import 'server-only'
import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { localDay } from '@/lib/hours/zone-clock'
import { type Mail, queueMail } from '@/lib/mail/mutations'
import { Prisma } from '@/prisma/client/client'
import { askedADay, daysBetweenMessages, messagesAtMost, noticeAfterDays, staleAfterDays } from '../delays'
import { confirmationToken } from '../link'
import { type Asked, confirmationMail, type Letter } from '../messages'
import { confirmedOn, hasProposed, isDue, isUndelivered, withDelays } from './delays-sql'

/** How many places each step moved. */
export interface FreshnessRound {
  settled: number
  asked: number
  reminded: number
  noticed: number
  stale: number
  held: number
}

/** Places a transaction: what a crash loses is done again by the next round. */
const batch = 200
const patience = { maxWait: 15_000, timeout: 60_000 }

/**
 * Goes once through all the listings: asks, reminds, tells citizens, withdraws. Each batch is a transaction that
 * writes its messages with the state that they lead to, so that a round that is cut short or runs twice at once
 * sends nothing twice, and the next one takes up the rest.
 *
 * @param signal asks to stop after the batch under way
 * @param most how many places may be asked on one day
 */
export async function runFreshnessRound(now: Date, signal?: AbortSignal, most = askedADay): Promise<FreshnessRound> {
  const day = localDay('Europe/Paris', now)
  const settled = await settle(day, now)
  const untilNone = async (step: (tx: Transaction) => Promise<number>) => {
    let total = 0
    for (let moved = -1; moved !== 0 && !signal?.aborted; total += Math.max(0, moved)) {
      moved = await db.$transaction(step, patience)
    }
    return total
  }
  return {
    settled,
    asked: await untilNone((tx) => ask(tx, day, most)),
    reminded: await untilNone((tx) => remind(tx, day)),
    noticed: await untilNone((tx) => notice(tx, day)),
    stale: await untilNone((tx) => lower(tx, day)),
    held: await untilNone((tx) => hold(tx, day)),
  }
}

/** Closes what no longer needs an answer: a later file confirmed the place, a hub waits longer, or it left the directory. */
async function settle(day: string, now: Date): Promise<number> {
  const settled = await db.$executeRaw`
    UPDATE "ConfirmationRequest" r SET outcome = 'SETTLED', "closedAt" = ${now}
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" ${withDelays}
    WHERE r."placeId" = p.id AND r."closedAt" IS NULL AND (
      p.status = 'ARCHIVED' OR (p.status = 'DRAFT' AND r."heldOn" IS NULL) OR (p.status = 'PUBLISHED' AND NOT (${isDue(day)})))`
  await db.$executeRaw`
    UPDATE "Place" p SET freshness = 'CURRENT' WHERE freshness <> 'CURRENT' AND NOT ${hasProposed}
      AND NOT EXISTS (SELECT FROM "ConfirmationRequest" r WHERE r."placeId" = p.id AND r."closedAt" IS NULL)`
  return settled
}

interface Row extends Omit<Asked, 'link'> {
  requestId: string
  email: string
}

const told = Prisma.sql`
  p.name AS "placeName", c.name AS "communeName", ${confirmedOn}::text AS "confirmedOn", coalesce(d.hubs, '{}') AS "hubNames"`

/** One message for all that is asked of an address at the same step, under the id that a row gives it. */
function mailsOf(rows: readonly (Row & { letterId: string; step: number })[]): Mail[] {
  const { PUBLIC_URL, SECRET } = env()
  const letters = new Map<string, { letter: Letter; asked: Asked[] }>()
  for (const { requestId, letterId: id, email, step, ...row } of rows) {
    const key = `${step} ${addressOf(email)}`
    const { letter, asked } = letters.get(key) ?? { letter: { id, email, step }, asked: [] }
    asked.push({ ...row, link: `${PUBLIC_URL}/confirmer/${confirmationToken(SECRET, requestId)}` })
    letters.set(key, { letter, asked })
  }
  return [...letters.values()].map(({ letter, asked }) => confirmationMail(letter, asked))
}

const addressOf = (email: string) => email.toLowerCase()

/** Opens a request for places whose time has come; of two instances that find the same one, one asks. */
async function ask(tx: Transaction, day: string, most: number): Promise<number> {
  const alreadyAsked = await tx.confirmationRequest.count({ where: { askedOn: new Date(day) } })
  const rows = await tx.$queryRaw<(Omit<Row, 'email' | 'requestId'> & { placeId: string; email: string | null })[]>`
    SELECT p.id AS "placeId", ${told}, (
      SELECT e FROM unnest(p.emails) WITH ORDINALITY AS u (e, n) WHERE e ~ '^[^@\\s]+@[^@\\s]+$' ORDER BY n LIMIT 1) AS email
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" ${withDelays}
    WHERE p.status = 'PUBLISHED' AND ${isDue(day)} AND NOT ${hasProposed}
      -- Where messages really leave, those to invented places would come back.
      AND NOT (p."isDemo" AND ${env().SMTP_URL !== undefined})
      AND NOT EXISTS (SELECT FROM "ConfirmationRequest" r WHERE r."placeId" = p.id AND r."closedAt" IS NULL)
    ORDER BY ${confirmedOn}, p.id LIMIT ${Math.max(0, most - alreadyAsked)}`
  const today = new Date(day)
  const letterIds = new Map(rows.map(({ email }) => [addressOf(email ?? ''), randomUUID()]))
  const letterOf = (email: string) => letterIds.get(addressOf(email)) ?? randomUUID()
  const opened = await tx.confirmationRequest.createManyAndReturn({
    data: rows.map(({ placeId, email }) => ({
      placeId,
      email,
      letterId: email && letterOf(email),
      askedOn: today,
      messages: email ? 1 : 0,
      lastMessageOn: email ? today : null,
    })),
    skipDuplicates: true,
    select: { id: true, placeId: true },
  })
  const requests = new Map(opened.map(({ id, placeId }) => [placeId, id]))
  const asking = rows.flatMap(({ placeId, email, ...row }) => {
    const requestId = requests.get(placeId)
    return requestId && email ? { ...row, email, requestId, letterId: letterOf(email), step: 0 } : []
  })
  await queueMail(tx, ...mailsOf(asking))
  return rows.length
}

async function remind(tx: Transaction, day: string): Promise<number> {
  const found = await tx.$queryRaw<(Row & { messages: number })[]>`
    SELECT r.id AS "requestId", r.email, r.messages, ${told}
    FROM "ConfirmationRequest" r JOIN "Place" p ON p.id = r."placeId" JOIN "Commune" c ON c.code = p."communeCode" ${withDelays}
    WHERE r."closedAt" IS NULL AND r.messages BETWEEN 1 AND ${messagesAtMost - 1} AND p.status = 'PUBLISHED'
      AND r."lastMessageOn" + ${daysBetweenMessages}::int <= ${day}::date AND NOT ${isUndelivered}
    ORDER BY r.email, r.id LIMIT ${batch} FOR UPDATE OF r SKIP LOCKED`
  const rows = wholeAddresses(found)
  await tx.confirmationRequest.updateMany({
    where: { id: { in: rows.map(({ requestId }) => requestId) } },
    data: { messages: { increment: 1 }, lastMessageOn: new Date(day) },
  })
  await queueMail(
    tx,
    ...mailsOf(rows.map(({ messages, ...row }) => ({ ...row, letterId: row.requestId, step: messages }))),
  )
  return rows.length
}

/** A batch in the order of addresses, without the last one, of which the next batch may hold more. */
function wholeAddresses<Each extends { email: string }>(rows: readonly Each[]): readonly Each[] {
  const last = addressOf(rows.at(-1)?.email ?? '')
  const others = rows.filter(({ email }) => addressOf(email) !== last)
  return rows.length < batch || others.length === 0 ? rows : others
}

/** Nobody answered the last reminder, or there was nobody to ask: the page says so. */
async function notice(tx: Transaction, day: string): Promise<number> {
  const ids = await lockPlaces(
    tx,
    Prisma.sql`r."noticedOn" IS NULL AND p.status = 'PUBLISHED' AND r."askedOn" + ${noticeAfterDays}::int <= ${day}::date AND (
      r.messages = 0 OR ${isUndelivered}
      OR (r.messages = ${messagesAtMost} AND r."lastMessageOn" + ${daysBetweenMessages}::int <= ${day}::date))`,
  )
  await tx.$executeRaw`UPDATE "Place" SET freshness = 'UNCONFIRMED' WHERE id = ANY(${ids}) AND freshness = 'CURRENT'`
  await tx.confirmationRequest.updateMany({ where: openOf(ids), data: { noticedOn: new Date(day) } })
  return ids.length
}

async function lower(tx: Transaction, day: string): Promise<number> {
  const ids = await lockPlaces(
    tx,
    Prisma.sql`p.freshness = 'UNCONFIRMED' AND r."noticedOn" + ${staleAfterDays}::int <= ${day}::date`,
  )
  await tx.$executeRaw`UPDATE "Place" SET freshness = 'STALE' WHERE id = ANY(${ids})`
  return ids.length
}

/** After the delay that a hub chose, the listing leaves public pages until somebody has looked: its history says why. */
async function hold(tx: Transaction, day: string): Promise<number> {
  const ids = await lockPlaces(
    tx,
    Prisma.sql`p.status = 'PUBLISHED' AND r."heldOn" IS NULL AND r."noticedOn" IS NOT NULL
      AND r."askedOn" + make_interval(months => d.hold) <= ${day}::date`,
  )
  await tx.$executeRaw`
    WITH held AS (
      UPDATE "Place" SET status = 'DRAFT', version = version + 1, "updatedAt" = now() WHERE id = ANY(${ids})
      RETURNING id, version)
    INSERT INTO "PlaceRevision" (id, "placeId", version, before, after, actor, reason)
    SELECT gen_random_uuid(), id, version, '{"status": "PUBLISHED"}', '{"status": "DRAFT"}', 'À deux pas', ${whyHeld} FROM held`
  await tx.$executeRaw`
    INSERT INTO "AuditEntry" (id, action, subject, "departmentCode")
    SELECT gen_random_uuid(), 'place.held', 'place ' || p.id, c."departmentCode"
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" WHERE p.id = ANY(${ids})`
  await tx.confirmationRequest.updateMany({ where: openOf(ids), data: { heldOn: new Date(day) } })
  return ids.length
}

const whyHeld = 'Personne n’a confirmé cette fiche dans le délai choisi par le hub\u00a0: elle attend la coordination.'

const openOf = (placeIds: string[]) => ({ placeId: { in: placeIds }, closedAt: null })

/** Some places with an open request that meet a condition; those that somebody is changing wait for the next round. */
async function lockPlaces(tx: Transaction, condition: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "ConfirmationRequest" r JOIN "Place" p ON p.id = r."placeId"
      JOIN "Commune" c ON c.code = p."communeCode" ${withDelays}
    WHERE r."closedAt" IS NULL AND ${condition}
    ORDER BY p.id LIMIT ${batch} FOR UPDATE OF p SKIP LOCKED`
  return rows.map(({ id }) => id)
}
