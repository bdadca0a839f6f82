import 'server-only'
import { db } from '@/lib/db'

/** Which of these keys no job bears that is under way or will be tried. */
export async function keysWithoutJob(keys: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT wanted.key FROM unnest(${[...keys]}::text[]) AS wanted (key) WHERE NOT EXISTS (
      SELECT FROM graphile_worker.jobs j
      WHERE j.key = wanted.key AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))`
  return new Set(rows.map(({ key }) => key))
}
