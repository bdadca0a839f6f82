import 'server-only'
import { db } from '@/lib/db'
import { type Limit, TooManyAttemptsError } from './limits'

/**
 * Counts an attempt against each limit, before it is known to fail: fifty at once are fifty.
 *
 * @throws TooManyAttemptsError, which says how long to wait
 */
export async function countAttempt(limits: Limit[], now = Date.now()): Promise<void> {
  let wait = 0
  for (const { key, attempts, windowMs } of limits) {
    const [counted] = await db.$queryRaw<{ points: number; expire: bigint }[]>`
      INSERT INTO "Throttle" AS t (key, points, expire) VALUES (${key}, 1, ${now + windowMs})
      ON CONFLICT (key) DO UPDATE SET
        points = CASE WHEN t.expire <= ${now} THEN 1 ELSE t.points + 1 END,
        expire = CASE WHEN t.expire <= ${now} THEN ${now + windowMs} ELSE t.expire END
      RETURNING points, expire`
    if (counted && counted.points > attempts) wait = Math.max(wait, Number(counted.expire) - now)
  }
  if (wait > 0) throw new TooManyAttemptsError(wait)
}

/** A success: what was tried before no longer counts. */
export async function forgetAttempts(limits: Limit[], now = Date.now()): Promise<void> {
  await db.throttle.deleteMany({ where: { key: { in: limits.map(({ key }) => key) } } })
  await db.throttle.deleteMany({ where: { expire: { lt: now } } })
}

/** A success gives back the one attempt that it was, and none of those before. */
export async function giveBackAttempt(limits: Limit[]): Promise<void> {
  await db.throttle.updateMany({
    where: { key: { in: limits.map(({ key }) => key) }, points: { gt: 0 } },
    data: { points: { decrement: 1 } },
  })
}
