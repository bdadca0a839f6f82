import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import type { Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { Prisma } from '@/prisma/client/client'
import { loadCommunesOf } from '../../queries'
import { planRows } from '../../steps/comparing/mutations'
import { changeUpload } from '../change/mutations'
import type { KindDecision, RowDecision } from '../schema'

/**
 * Decides of one row: to take it, to leave it, or that it is a place that was there.
 *
 * @throws ForbiddenError for a place that is not hers
 * @throws NotFoundError when the row waits for no decision
 */
export async function decideRow(user: CurrentUser, decision: RowDecision): Promise<void> {
  const { id, row, intent } = decision
  await changeUpload(user, id, ['READY'], async (tx) => {
    const matchId = decision.intent === 'match' ? decision.match : null
    if (matchId) await checkMatch(tx, user, matchId)
    const kinds = intent === 'match' ? ['ADDED', 'DOUBTFUL'] : ['ADDED', 'DOUBTFUL', 'CHANGED']
    const value = { take: 'TAKE', leave: 'LEAVE', match: 'MATCH' }[intent]
    const decided = await tx.$executeRaw`
      UPDATE "ImportRow" SET decision = ${value}::"ImportDecision", "matchId" = ${matchId},
        "placeId" = CASE WHEN kind = 'CHANGED' THEN "placeId" END,
        changes = CASE WHEN kind = 'CHANGED' THEN changes END, suggested = CASE WHEN kind = 'CHANGED' THEN suggested END
      WHERE "uploadId" = ${id}::uuid AND "row" = ${row} AND kind::text = ANY (${kinds}::text[])`
    if (decided === 0) throw new NotFoundError('Cette ligne n’attend pas de choix.')
    if (matchId) await planRows(tx, id, user, await loadCommunesOf(tx, id), [row])
  })
}

async function checkMatch(tx: Transaction, user: CurrentUser, placeId: string): Promise<void> {
  const place = await tx.place.findUnique({
    where: { id: placeId },
    select: { status: true, commune: { select: { departmentCode: true } } },
  })
  if (!place) throw new UserError(`Aucun lieu ne porte l’identifiant ${placeId}.`)
  if (!mayOnPlace(user, 'edit', { id: placeId, departmentCode: place.commune.departmentCode }))
    throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
  if (place.status === 'ARCHIVED') throw new UserError('Ce lieu est archivé : choisissez-en un autre.')
}

/** Decides of all the rows of a kind that no person said to be a place. */
export async function decideKind(user: CurrentUser, { id, intent, kind, doubt }: KindDecision): Promise<void> {
  await changeUpload(user, id, ['READY'], async (tx) => {
    const narrowed = doubt ? Prisma.sql`AND ${doubt} = ANY (doubts)` : Prisma.empty
    await tx.$executeRaw`
      UPDATE "ImportRow" SET decision = ${intent === 'take' ? 'TAKE' : 'LEAVE'}::"ImportDecision"
      WHERE "uploadId" = ${id}::uuid AND kind = ${kind}::"ImportRowKind" AND decision IS DISTINCT FROM 'MATCH' ${narrowed}`
  })
}
