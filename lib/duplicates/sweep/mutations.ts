import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { mayCreateSomewhere } from '@/lib/accounts/territory'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/mutations'
import { comparable } from '../comparable'
import { searchPairs } from '../pairs'
import { describePlaces } from '../queries'

const patience = { maxWait: 15_000, timeout: 60_000 }

/** One at a time writes what it found. */
const lock = 20261124

/** How many pairs wait for a person, how many of them are new, how many are no longer alike. */
export interface Sweep {
  places: number
  open: number
  added: number
  gone: number
}

/**
 * Compares every place that is not archived with those it may be, and keeps the pairs for a person to
 * look at. A pair that was said to be two places stays so.
 *
 * @param onProgress told how far it is, from 0 to 1
 */
export async function sweepDuplicates(
  onProgress: (progress: number) => Promise<void> = async () => {},
): Promise<Sweep> {
  const places = await describePlaces()
  const search = searchPairs(places.map(comparable))
  let step = search.next()
  while (!step.done) {
    await onProgress(step.value)
    step = search.next()
  }
  const pairs = step.value
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`
    const ones = pairs.map(({ one }) => one)
    const others = pairs.map(({ other }) => other)
    const gone = await tx.$executeRaw`
      DELETE FROM "DuplicateCandidate" c WHERE status = 'OPEN' AND NOT EXISTS (
        SELECT FROM unnest(${ones}::text[], ${others}::text[]) AS found (one, other)
        WHERE found.one = c."oneId" AND found.other = c."otherId")`
    // A place may have been removed since it was read.
    const written = await tx.$queryRaw<{ isNew: boolean }[]>`
      INSERT INTO "DuplicateCandidate" ("oneId", "otherId", score, signals)
      SELECT found.* FROM unnest(${ones}::text[], ${others}::text[], ${pairs.map(({ score }) => score)}::float8[],
        ${pairs.map(({ signals }) => JSON.stringify(signals))}::jsonb[]) AS found (one, other, score, signals)
      JOIN "Place" a ON a.id = found.one JOIN "Place" b ON b.id = found.other
      ON CONFLICT ("oneId", "otherId") DO UPDATE SET score = excluded.score, signals = excluded.signals
      RETURNING (xmax = 0) AS "isNew"`
    const open = await tx.duplicateCandidate.count({ where: { status: 'OPEN' } })
    return { places: places.length, open, added: written.filter(({ isNew }) => isNew).length, gone }
  }, patience)
}

/** Lets all places be compared again once this transaction has ended: by the sweep that waits, if one does. */
export async function queueSweep(tx: Pick<Transaction, '$executeRaw'>): Promise<void> {
  await addJob(tx, 'sweep-duplicates', {}, { key: 'sweep-duplicates', queue: 'sweep-duplicates' })
}

/** @throws ForbiddenError for whoever could do nothing about a pair */
export async function askSweep(user: CurrentUser): Promise<void> {
  if (!mayCreateSomewhere(user)) throw new ForbiddenError('Votre compte ne permet pas de chercher les doublons.')
  await queueSweep(db)
}

/** Milliseconds between two words on how far a sweep is. */
const pace = 500
/** Days that sweeps are told of. */
const memory = 30

/**
 * The sweep as a job, which tells how far it is. The queue does one at a time, so a row without an end is of one
 * that was cut short.
 *
 * @throws when `signal` asks to stop: it begins again elsewhere
 */
export async function runSweep(signal: AbortSignal): Promise<void> {
  await db.duplicateSweep.deleteMany({
    where: { OR: [{ finishedAt: null }, { startedAt: { lt: new Date(Date.now() - memory * 24 * 3_600_000) } }] },
  })
  const { id } = await db.duplicateSweep.create({ data: {}, select: { id: true } })
  let told = Date.now()
  const found = await sweepDuplicates(async (progress) => {
    signal.throwIfAborted()
    await breathe()
    if (Date.now() - told < pace) return
    told = Date.now()
    await db.duplicateSweep.update({ where: { id }, data: { progress } })
  })
  await db.duplicateSweep.update({ where: { id }, data: { ...found, progress: 1, finishedAt: new Date() } })
}
