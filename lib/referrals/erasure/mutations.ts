import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { freeSeats } from '@/lib/workshops/seats/keeping/mutations'
import type { Prisma } from '@/prisma/client/client'
import { untilNone } from '../batches'
import { type LockedReferral, lockReferral } from '../locking/mutations'
import { moveReferralIn } from '../mutations'
import { type Party, userOf } from '../party'
import { chainOf } from '../queries'
import { isOpen } from '../state-machine'
import { erasureOf, isDueForErasure, linesAbout, mailAbout, oldMail } from './erasure-sql'

/** Referrals a transaction: a second or two of work, which is all that a crash loses. */
const batch = 2_000
/** Transactions side by side. */
const atOnce = 2
const patience = { maxWait: 15_000, timeout: 60_000 }

/**
 * Erases what closed long enough ago (`ERASE_AFTER_MONTHS`). Each batch is a transaction whose rows no other instance
 * takes meanwhile; the next round takes up what is left.
 *
 * @param signal asks to stop after the batch under way
 * @returns how many referrals were erased
 */
export async function runErasure(now: Date, signal?: AbortSignal): Promise<number> {
  const total = await untilNone(() => db.$transaction((tx) => eraseSome(tx, now), patience), { atOnce, signal })
  await db.$executeRaw(oldMail(now))
  return total
}

async function eraseSome(tx: Transaction, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "Referral" r WHERE ${isDueForErasure(now, env().ERASE_AFTER_MONTHS)}
    ORDER BY r."closedAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await freeSeats(tx, ids, now)
    // After the seats: another batch may have given one of these a seat, and told it
    await run(tx, ...mailAbout(ids), ...erasureOf(ids, now))
  }
  return ids.length
}

async function run(tx: Transaction, ...statements: Prisma.Sql[]): Promise<void> {
  for (const statement of statements) await tx.$executeRaw(statement)
}

/**
 * The person asked that nothing be kept of her: at once, whatever the state. What was open ends first, and the other
 * side is told that. For a helper, what was sent on to another place is erased with it, since it tells the same; a
 * place erases what it was sent.
 *
 * @throws NotFoundError for who is neither of its sides
 */
export async function eraseReferral(party: Party, id: string, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const locked = new Set<string>()
    // While one is being locked, it may be sent on once more.
    for (
      let ids = [id];
      ids.length > 0;
      ids = (party.side === 'PLACE' ? [] : await chainOf(id, tx)).filter((each) => !locked.has(each))
    ) {
      for (const each of ids) {
        locked.add(each)
        await eraseLocked(tx, party, await lockReferral(tx, party, each, now), now)
      }
    }
  }, patience)
}

async function eraseLocked(tx: Transaction, party: Party, { id, ...referral }: LockedReferral, now: Date) {
  const isErased = await tx.referral.count({ where: { id, erasedAt: { not: null } } })
  if (isErased > 0) return
  await run(tx, ...mailAbout([id]), linesAbout(id))
  if (isOpen(referral.status)) {
    // A place cancels nothing: it says what it was told.
    const action = party.side === 'HELPER' ? 'CANCEL' : 'NOT_WANT'
    await moveReferralIn(tx, party, { id, version: referral.version, action, words: null }, now)
  }
  // One that ended well kept them: nobody comes under a code that is gone.
  await freeSeats(tx, [id], now)
  await run(tx, ...erasureOf([id], now))
  await audit(tx, {
    user: userOf(party),
    action: 'referral.erased',
    subject: `referral ${id}`,
    departmentCode: referral.place.commune.departmentCode,
    details: { side: party.side },
  })
}
