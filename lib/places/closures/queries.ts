import 'server-only'
import { db } from '@/lib/db'
import { type Closure, closureOf } from '@/lib/hours/closure'

/** A closure that can be taken back. */
export interface ListedClosure extends Closure {
  id: string
  reason: string | null
}

/** The closures of a place that are not over on a day of its calendar, the first to come first. */
export async function listClosures(placeId: string, today: string): Promise<ListedClosure[]> {
  const closures = await db.placeClosure.findMany({
    where: { placeId, to: { gte: new Date(today) } },
    orderBy: { from: 'asc' },
    select: { id: true, from: true, to: true, reason: true },
  })
  return closures.map(({ id, reason, ...days }) => ({ id, reason, ...closureOf(days) }))
}
