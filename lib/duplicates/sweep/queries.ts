import 'server-only'
import { db } from '@/lib/db'

/** What is known of the search for doubles over all places. */
export interface SweepState {
  /** `WAITING` for its turn, `RUNNING`, or neither */
  state: 'WAITING' | 'RUNNING' | 'IDLE'
  /** Of the one that runs, from 0 to 1 */
  progress: number
  last: { finishedAt: Date; places: number; added: number } | null
}

/** How far the search for doubles is, and when the last one ended. */
export async function getSweepState(): Promise<SweepState> {
  const [jobs, [running], [last]] = await Promise.all([
    db.$queryRaw<{ isRunning: boolean }[]>`
      SELECT locked_at IS NOT NULL AS "isRunning" FROM graphile_worker.jobs
      WHERE task_identifier = 'sweep-duplicates' AND run_at <= now() AND (locked_at IS NOT NULL OR attempts < max_attempts)`,
    db.$queryRaw<{ progress: number }[]>`SELECT progress FROM "DuplicateSweep" WHERE "finishedAt" IS NULL`,
    db.$queryRaw<NonNullable<SweepState['last']>[]>`
      SELECT "finishedAt", places, added FROM "DuplicateSweep" WHERE "finishedAt" IS NOT NULL
      ORDER BY "finishedAt" DESC LIMIT 1`,
  ])
  const isRunning = jobs.some((job) => job.isRunning)
  const state = isRunning ? 'RUNNING' : jobs.length > 0 ? 'WAITING' : 'IDLE'
  return { state, progress: running?.progress ?? 0, last: last ?? null }
}
