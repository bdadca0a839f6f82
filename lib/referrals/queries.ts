import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import type { ReferralSide } from '@/prisma/client/enums'
import { readCode } from './code'
import { answeredPlacesOf, mayReadPerson, type Party, referralsOf } from './party'
import type { ReferralFilters, ReferralGroup } from './schema'
import { unsealNeed, unsealWords } from './sealed-parts'
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
}

/** The board of a helper: what she and her colleagues sent, the most urgent first. */
export async function listSent(user: CurrentUser, filters: ReferralFilters, now = new Date()): Promise<ReferralList> {
  const scope = referralsOf({ side: 'HELPER', user }, now)
  return list('HELPER', [scope, filters.a === 'moi' ? { helperId: user.id } : {}], filters, now)
}

/** The inbox of whoever edits places: what was sent to them, the most urgent first. */
export async function listReceived(
  user: CurrentUser,
  filters: ReferralFilters,
  now = new Date(),
): Promise<ReferralList> {
  const scope = referralsOf({ side: 'PLACE', user }, now)
  return list('PLACE', [scope, filters.lieu ? { placeId: filters.lieu } : {}], filters, now)
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

async function list(
  side: Exclude<ReferralSide, 'SYSTEM'>,
  narrowed: Prisma.ReferralWhereInput[],
  { etat, statut, code, page }: ReferralFilters,
  now: Date,
): Promise<ReferralList> {
  const other = side === 'HELPER' ? 'PLACE' : 'HELPER'
  const groups: Record<ReferralGroup, Prisma.ReferralWhereInput> = {
    todo: { acts: side },
    waiting: { acts: other },
    closed: { acts: null },
  }
  const among = (...more: Prisma.ReferralWhereInput[]) => ({ AND: [...narrowed, ...more] })
  const isClosed = statut ? !isOpen(statut) : etat === 'closed'
  // A code finds its referral wherever it stands, a state those of every group.
  const shown = among(code ? { code: readCode(code) ?? '' } : statut ? { status: statut } : groups[etat])
  const [referrals, todo, waiting, closed, late, found] = await Promise.all([
    db.referral.findMany({
      where: shown,
      select: lineSelect,
      orderBy: isClosed ? [{ closedAt: 'desc' }, { id: 'desc' }] : [{ dueAt: 'asc' }, { id: 'asc' }],
      take: referralsPerPage,
      skip: (page - 1) * referralsPerPage,
    }),
    db.referral.count({ where: among(groups.todo) }),
    db.referral.count({ where: among(groups.waiting) }),
    db.referral.count({ where: among(groups.closed) }),
    db.referral.count({ where: among(groups.todo, { dueAt: { lt: now } }) }),
    db.referral.count({ where: shown }),
  ])
  return {
    referrals,
    counts: { todo, waiting, closed, late },
    pages: Math.max(1, Math.ceil(found / referralsPerPage)),
  }
}

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
  redirectedFrom: { select: { id: true, code: true, place: { select: { id: true, name: true } } } },
  redirectedTo: { select: { id: true, code: true, place: { select: { id: true, name: true } } } },
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
 * `readPerson` tells.
 *
 * @returns null for who is neither of its sides
 * @throws SealBrokenError when its words were sealed under a key that is not there
 */
export async function referralFor(party: Party, id: string, now = new Date()) {
  const found = await db.referral.findFirst({ where: { AND: [{ id }, referralsOf(party, now)] }, select: pageSelect })
  if (!found) return null
  const { person, need, events, redirectedFrom, redirectedTo, ...referral } = found
  const isHelper = party.side === 'HELPER'
  // The other place’s referral is not this place’s to open.
  const linked = (other: typeof redirectedFrom) => other && { ...other, id: isHelper ? other.id : null }
  return {
    ...referral,
    need: need && unsealNeed(need, id),
    hasPerson: person !== null,
    mayReadPerson: mayReadPerson(party, referral.status),
    redirectedFrom: linked(redirectedFrom),
    redirectedTo: linked(redirectedTo),
    events: events.map(({ sealed, keyId, ...event }) => ({ ...event, words: unsealWords({ sealed, keyId }, id) })),
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
