import 'server-only'
import { readMark } from '@/lib/page-cache/queries'

/** Whether the database answers, has not answered yet, or says or shows that it cannot. */
export type DatabaseState = 'there' | 'late' | 'away'

/** Milliseconds: less than the question waits before it fails, so that no delay is taken for a failure. */
const patience = 1500

/**
 * Asks the database for a sign of life; those who ask at once share the question.
 *
 * @param ask fails when the database is away
 */
export async function databaseState(ask: () => Promise<unknown> = readMark): Promise<DatabaseState> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<DatabaseState>((resolve) => {
    timer = setTimeout(resolve, patience, 'late')
  })
  const answer = ask().then(
    (): DatabaseState => 'there',
    (): DatabaseState => 'away',
  )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
