import 'server-only'
import { type CurrentUser, mayTuneHub } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { editableSelect } from '@/lib/places/editable-place'
import { Prisma } from '@/prisma/client/client'
import type { ConfirmationOutcome, Freshness, PlaceStatus } from '@/prisma/client/enums'
import { usualConfirmMonths } from './delays'
import { requestOfToken } from './link'
import { isLinkAlive } from './link-life'
import { chosenDelays, confirmedOn, isUndelivered, withDelays } from './round/delays-sql'

const linked = { ...editableSelect, verifiedAt: true, recordDate: true } as const

export type LinkedPlace = Prisma.PlaceGetPayload<{ select: typeof linked }>

/** What the link of a message opens: the listing to confirm, or what became of it. */
export type Linked =
  | { state: 'open'; place: LinkedPlace; email: string }
  | { state: 'answered'; outcome: Exclude<ConfirmationOutcome, 'SETTLED'>; placeName: string }
  | { state: 'over' }

/** Reads what a link opens; nothing changes, since mail scanners follow links too. */
export async function openLink(token: string, now = new Date()): Promise<Linked> {
  const id = requestOfToken(env().SECRET, token)
  const request =
    id && (await db.confirmationRequest.findUnique({ where: { id }, include: { place: { select: linked } } }))
  if (!request) return { state: 'over' }
  const { outcome, place } = request
  if (outcome === 'CONFIRMED' || outcome === 'PROPOSED') return { state: 'answered', outcome, placeName: place.name }
  return isLinkAlive(request, place.status, now)
    ? { state: 'open', place, email: request.email ?? '' }
    : { state: 'over' }
}

/** Why a listing stands on the coordinators' list. */
export type UnconfirmedReason = 'held' | 'silent' | 'undelivered' | 'noEmail' | 'asked'

export interface UnconfirmedPlace {
  id: string
  version: number
  name: string
  status: PlaceStatus
  communeName: string
  phone: string | null
  freshness: Freshness
  /** `YYYY-MM-DD` */
  confirmedOn: string
  reason: UnconfirmedReason
  /** Whom it was asked of, and how many times */
  email: string | null
  messages: number
}

const pageSize = 50

/** The listings that wait for an answer in somebody's territory, `p` with their request `r`. */
function unconfirmed(user: CurrentUser): Prisma.Sql {
  const { everywhere, departmentCodes, placeIds } = territoryOf(user, 'edit')
  return Prisma.sql`
    FROM "ConfirmationRequest" r JOIN "Place" p ON p.id = r."placeId" JOIN "Commune" c ON c.code = p."communeCode"
    ${withDelays}
    WHERE r."closedAt" IS NULL AND (p.status = 'PUBLISHED' OR (p.status = 'DRAFT' AND r."heldOn" IS NOT NULL))
      AND (${everywhere} OR c."departmentCode" = ANY(${departmentCodes}) OR p.id = ANY(${placeIds}))`
}

const reason = Prisma.sql`CASE WHEN r."heldOn" IS NOT NULL THEN 'held' WHEN r.email IS NULL THEN 'noEmail'
  WHEN ${isUndelivered} THEN 'undelivered' WHEN r."noticedOn" IS NOT NULL THEN 'silent' ELSE 'asked' END`

/** Those for a person to deal with: a structure that was just asked is given the time to answer. */
const forPerson = Prisma.sql`(r."heldOn" IS NOT NULL OR r.email IS NULL OR r."noticedOn" IS NOT NULL OR ${isUndelivered})`

/** One page of the listings that nobody confirms, the withdrawn ones first, then the longest unconfirmed. */
export async function listUnconfirmedFor(user: CurrentUser, page: number) {
  const [places, [count]] = await Promise.all([
    db.$queryRaw<UnconfirmedPlace[]>`
      SELECT p.id, p.version, p.name, p.status, c.name AS "communeName", p.phone, p.freshness,
        ${confirmedOn}::text AS "confirmedOn", ${reason} AS reason, r.email, r.messages
      ${unconfirmed(user)} AND ${forPerson}
      ORDER BY r."heldOn" IS NULL, ${confirmedOn}, p.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<{ total: number; asked: number }[]>`
      SELECT count(*) FILTER (WHERE ${forPerson})::int AS total, count(*) FILTER (WHERE NOT ${forPerson})::int AS asked
      ${unconfirmed(user)}`,
  ])
  const { total = 0, asked = 0 } = count ?? {}
  return { places, total, asked, pageCount: Math.max(1, Math.ceil(total / pageSize)) }
}

/** How many listings of somebody's territory wait for her: nobody to ask, no answer, or withdrawn. */
export async function countUnconfirmedFor(user: CurrentUser): Promise<number> {
  const [count] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total ${unconfirmed(user)} AND ${forPerson}`
  return count?.total ?? 0
}

/** The départements whose hubs chose another delay than the usual one, by their months. */
export function unusualDelays(): Promise<{ months: number; departments: string[] }[]> {
  return db.$queryRaw`
    SELECT d.ask AS months, array_agg(d.code) AS departments FROM (${chosenDelays}) d
    WHERE d.ask <> ${usualConfirmMonths} GROUP BY 1`
}

/** The hubs whose delays somebody may choose, by name. */
export async function listTunableHubs(user: CurrentUser) {
  const hubs = await db.hub.findMany({
    where: { endedOn: null },
    select: { id: true, slug: true, name: true, confirmAfterMonths: true, holdAfterMonths: true },
    orderBy: { name: 'asc' },
  })
  return hubs.filter(({ id }) => mayTuneHub(user, id))
}
