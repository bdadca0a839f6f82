import 'server-only'
import type { Transaction } from '@/lib/db'
import { workshopChange, workshopLines } from './lines'

/** Locks the place of a workshop, before the workshop itself: as merges of places and referrals do. */
export async function lockPlaceOf(tx: Transaction, placeId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM "Place" WHERE id = ${placeId} FOR NO KEY UPDATE`
}

/** What is said of a workshop and its sessions to come; nothing once it is taken back. */
export async function linesOf(tx: Transaction, workshopId: string, timeZone: string, at: Date): Promise<string[]> {
  const workshop = await tx.workshop.findUnique({
    where: { id: workshopId, removedAt: null },
    include: { sessions: { where: { endsAt: { gt: at } }, orderBy: { startsAt: 'asc' } } },
  })
  return workshop ? workshopLines(workshop, timeZone) : []
}

/** Tells what changed of a workshop, if anything, in the history of its place, which the caller has locked. */
export async function tellHistory(
  tx: Transaction,
  { userId, placeId, before, after }: { userId: string; placeId: string; before: string[]; after: string[] },
): Promise<void> {
  const change = workshopChange(before, after)
  if (!change) return
  const { version } = await tx.place.update({
    where: { id: placeId },
    data: { version: { increment: 1 } },
    select: { version: true },
  })
  const told = { before: { workshops: change.before }, after: { workshops: change.after } }
  await tx.placeRevision.create({ data: { placeId, version, userId, ...told } })
}
