import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import { db, type Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import type { ReferralSide, ReferralStatus } from '@/prisma/client/enums'
import { readCode } from './code'
import { answeredPlacesOf, mayReadPerson, type Party, referralsOf } from './party'
import type { ReferralFilters, ReferralGroup } from './schema'
import { opened, unreadable, unsealNeed, unsealWords } from './sealed-parts'
import { isOpen, movesOf } from './state-machine'

/** Lines a page of the board and of the inbox. */
export const referralsPerPage = 30

const lineSelect = {
  id: true,
  code: true,
  status: true,
  version: true,
  acts: true,
  dueAt: true,
  services: true,
  neededBy: true,
  appointmentAt: true,
  createdAt: true,
  closedAt: true,
  helper: { select: { id: true, name: true } },
  organisation: { select: { id: true, name: true } },
  place: { select: { id: true, name: true, commune: { select: { name: true, departmentCode: true } } } },
} as const satisfies Prisma.ReferralSelect

/** A line of the board or of the inbox: nothing of it says who the person is. */
export type ReferralLine = Prisma.ReferralGetPayload<{ select: typeof lineSelect }>

export interface ReferralList {
  referrals: ReferralLine[]
  /** How many there are of each group, whatever the one that is shown; those of `todo` that are late apart */
  counts: Record<ReferralGroup | 'late', number>
  pages: number
  /** The one that is shown: the last where a later one was asked for */
  page: number
}

/** The board of a helper: what she and her colleagues sent, the most urgent first. */
export async function listSent(user: CurrentUser, filters: ReferralFilters, now = new Date()): Promise<ReferralList> {
  const helperId = filters.a === 'moi' ? user.id : undefined
  return list('HELPER', { column: 'organisationId', ids: organisationsOf(user), helperId }, filters, now)
}

/** The inbox of whoever edits places: what was sent to them, the most urgent first. */
export async function listReceived(
  user: CurrentUser,
  filters: ReferralFilters,
  now = new Date(),
): Promise<ReferralList> {
  const ids = answeredPlacesOf(user).filter((id) => !filters.lieu || id === filters.lieu)
  return list('PLACE', { column: 'placeId', ids }, { ...filters, statut: undefined }, now)
}

/** How many referrals wait for whoever edits places; null for who edits none. */
export async function countReceived(user: CurrentUser, now = new Date()): Promise<number | null> {
  if (answeredPlacesOf(user).length === 0) return null
  return db.referral.count({ where: { AND: [referralsOf({ side: 'PLACE', user }, now), { acts: 'PLACE' }] } })
}

/** The places for which somebody answers referrals, by name. */
export function listAnsweredPlaces(user: CurrentUser) {
  return db.place.findMany({
    where: { id: { in: answeredPlacesOf(user) } },
    select: { id: true, name: true },
    orderBy: { sortName: 'asc' },
  })
}

/** Whose referrals a list is of: a column, and the organisations or places of whoever asks. */
interface Scope {
  column: 'organisationId' | 'placeId'
  ids: string[]
  helperId?: string | undefined
}

async function list(
  side: Exclude<ReferralSide, 'SYSTEM'>,
  scope: Scope,
  { etat, statut, code, page: asked }: ReferralFilters,
  now: Date,
): Promise<ReferralList> {
  const other = side === 'HELPER' ? 'PLACE' : 'HELPER'
  const groups: Record<ReferralGroup, Prisma.ReferralWhereInput> = {
    todo: { acts: side },
    waiting: { acts: other },
    closed: { acts: null },
  }
  const isClosed = statut ? !isOpen(statut) : etat === 'closed'
  // A code finds its referral wherever it stands, a state those of every group.
  const shown = code ? { code: readCode(code) ?? '' } : statut ? { status: statut } : groups[etat]
  const { found, ...counts } = await count(side, scope, statut ?? null, now)
  const lines = code ? 1 : statut ? found : counts[etat]
  const pages = Math.max(1, Math.ceil(lines / referralsPerPage))
  const page = Math.min(asked, pages)
  const referrals = await db.referral.findMany({
    where: {
      [scope.column]: { in: scope.ids },
      // What is erased is a figure: there is nothing to read.
      erasedAt: null,
      ...(scope.helperId && { helperId: scope.helperId }),
      ...shown,
    },
    select: lineSelect,
    orderBy: isClosed ? [{ closedAt: 'desc' }, { id: 'desc' }] : [{ dueAt: 'asc' }, { id: 'asc' }],
    take: referralsPerPage,
    skip: (page - 1) * referralsPerPage,
  })
  return { referrals, counts, pages, page }
}

/** All in one pass over the index of whoever asks. */
async function count(side: ReferralSide, { column, ids, helperId }: Scope, statut: ReferralStatus | null, now: Date) {
  const of =
    column === 'placeId' ? Prisma.sql`"placeId" = ANY(${ids})` : Prisma.sql`"organisationId" = ANY(${ids}::uuid[])`
  const mine = helperId ? Prisma.sql`AND "helperId" = ${helperId}` : Prisma.empty
  const found = statut ? Prisma.sql`count(*) FILTER (WHERE status = ${statut}::"ReferralStatus")` : Prisma.sql`0`
  const acts = Prisma.sql`${side}::"ReferralSide"`
  const [counts] = await db.$queryRaw<(ReferralList['counts'] & { found: number })[]>`
    SELECT count(*) FILTER (WHERE acts = ${acts})::int AS todo,
      count(*) FILTER (WHERE acts <> ${acts})::int AS waiting,
      count(*) FILTER (WHERE acts IS NULL)::int AS closed,
      count(*) FILTER (WHERE acts = ${acts} AND "dueAt" < ${now})::int AS late,
      (${found})::int AS found
    FROM "Referral" WHERE ${of} ${mine} AND "erasedAt" IS NULL`
  return counts ?? { todo: 0, waiting: 0, closed: 0, late: 0, found: 0 }
}

/** What it was sent on to, or comes from. */
const linkedSelect = {
  id: true,
  code: true,
  erasedAt: true,
  place: { select: { id: true, name: true } },
} as const satisfies Prisma.ReferralSelect

const pageSelect = {
  ...lineSelect,
  supportMode: true,
  level: true,
  waitingSince: true,
  nextStep: true,
  refusalReason: true,
  appointmentLength: true,
  informedAt: true,
  agreedAt: true,
  erasedAt: true,
  organisationId: true,
  placeId: true,
  email: true,
  redirectedFrom: { select: linkedSelect },
  redirectedTo: { select: linkedSelect },
  place: {
    select: {
      id: true,
      name: true,
      address: true,
      addressComplement: true,
      postcode: true,
      phone: true,
      latitude: true,
      longitude: true,
      status: true,
      commune: { select: { name: true, departmentCode: true } },
    },
  },
  person: { select: { referralId: true } },
  need: true,
  events: {
    select: {
      id: true,
      at: true,
      action: true,
      side: true,
      status: true,
      sealed: true,
      keyId: true,
      user: { select: { id: true, name: true } },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ReferralSelect

/**
 * A referral as one of its sides sees it, with its timeline and what the person needs; never who she is, which
 * `readPerson` tells. Words that do not open are said to be unreadable.
 *
 * @returns null for who is neither of its sides
 */
export async function referralFor(party: Party, id: string, now = new Date()) {
  const found = await db.referral.findFirst({ where: { AND: [{ id }, referralsOf(party, now)] }, select: pageSelect })
  if (!found) return null
  const { person, need, events, redirectedFrom, redirectedTo, ...referral } = found
  const isHelper = party.side === 'HELPER'
  const linked = (other: typeof redirectedFrom) =>
    other && {
      // The other place’s referral is not this place’s to open.
      id: isHelper ? other.id : null,
      // Once erased, it has another than the person’s paper.
      code: other.erasedAt ? null : other.code,
      place: other.place,
    }
  return {
    ...referral,
    need: need && opened(() => unsealNeed(need, id), { need: unreadable, constraints: null }),
    hasPerson: person !== null,
    mayReadPerson: mayReadPerson(party, referral.status),
    redirectedFrom: linked(redirectedFrom),
    redirectedTo: linked(redirectedTo),
    events: events.map(({ sealed, keyId, ...event }) => ({
      ...event,
      words: opened(() => unsealWords({ sealed, keyId }, id), unreadable),
    })),
    moves: movesOf(referral.status, party.side),
  }
}

/**
 * The referral that the link of a message opens.
 *
 * @returns null when the link was not signed here, or opens nothing any more
 */
export async function referralOfLink(link: string, now = new Date()): Promise<ShownReferral | null> {
  const party = { side: 'PLACE', link } as const
  const found = await db.referral.findFirst({ where: referralsOf(party, now), select: { id: true } })
  return found && referralFor(party, found.id, now)
}

export type ShownReferral = NonNullable<Awaited<ReturnType<typeof referralFor>>>

/** A referral with all that it was sent on to and all that it comes from, the first one first. */
export async function chainOf(id: string, client: Transaction = db): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, "redirectedFromId", "createdAt" FROM "Referral" WHERE id = ${id}::uuid
      UNION SELECT r.id, r."redirectedFromId", r."createdAt" FROM "Referral" r
        JOIN chain c ON r."redirectedFromId" = c.id OR r.id = c."redirectedFromId")
    SELECT id FROM chain ORDER BY "createdAt", id`
  return rows.map((row) => row.id)
}
