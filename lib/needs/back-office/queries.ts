import 'server-only'
import { type CurrentUser, mayEditVocabulary } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { meets } from '@/lib/search/word-matching'
import { Prisma } from '@/prisma/client/client'
import { foldTerm } from '../fold'
import type { NeedAnswers } from '../meaning'

const pageSize = 50

const editable = {
  id: true,
  name: true,
  version: true,
  services: true,
  programmes: true,
  kinds: true,
  specialCare: true,
  audiences: true,
  fees: true,
  supportModes: true,
  accessModes: true,
  labels: true,
  itinerancy: true,
  isAccessible: true,
  terms: { select: { language: true, text: true, folded: true }, orderBy: { text: 'asc' } },
} satisfies Prisma.NeedSelect

/** A need with everything that a coordinator may change. */
export type StoredNeed = Prisma.NeedGetPayload<{ select: typeof editable }>

/**
 * One page of the vocabulary, by name.
 *
 * @param q words of a need's name or of one of its terms; empty for all of them
 */
export async function listNeeds(
  q: string,
  page = 1,
): Promise<{ total: number; pageCount: number; needs: StoredNeed[] }> {
  const folded = foldTerm(q)
  const where: Prisma.NeedWhereInput = folded
    ? {
        OR: [
          { terms: { some: { folded: { contains: folded } } } },
          { name: { contains: q.trim(), mode: 'insensitive' } },
        ],
      }
    : {}
  const [total, needs] = await Promise.all([
    db.need.count({ where }),
    db.need.findMany({ where, select: editable, orderBy: { id: 'asc' }, skip: (page - 1) * pageSize, take: pageSize }),
  ])
  return { total, pageCount: Math.max(1, Math.ceil(total / pageSize)), needs }
}

/** @returns null when there is no such need */
export function getNeed(id: string): Promise<StoredNeed | null> {
  return db.need.findUnique({ where: { id }, select: editable })
}

/**
 * How many published places would answer a need: in the user's territory, and in all.
 *
 * @throws ForbiddenError for whoever may not change the vocabulary
 */
export async function countPlacesMeeting(
  user: CurrentUser,
  need: { answers: NeedAnswers; terms: readonly { folded: string }[] },
): Promise<{ own: number; all: number }> {
  if (!mayEditVocabulary(user)) throw new ForbiddenError('Vous ne pouvez pas changer le vocabulaire.')
  const { everywhere, departmentCodes, placeIds } = territoryOf(user)
  const isOwn = everywhere
    ? Prisma.sql`true`
    : Prisma.sql`c."departmentCode" = ANY(${departmentCodes}) OR p.id = ANY(${placeIds})`
  const condition = meets({ answers: need.answers, words: need.terms.map(({ folded }) => folded) })
  const [row] = await db.$queryRaw<{ own: number; all: number }[]>`
    SELECT count(*) FILTER (WHERE ${isOwn})::int AS own, count(*)::int AS all
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" WHERE p.status = 'PUBLISHED' AND ${condition}`
  return row ?? { own: 0, all: 0 }
}
