import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'

/** Milliseconds that the database has to answer, before pages do as if nothing were kept. */
const patience = 2000

/** A connection of its own, one a process: kept pages are still sent while those of other reads are all taken. */
const kept = globalThis as { aDeuxPasMarks?: pg.Pool }
let underway: Promise<string> | undefined
let following: Promise<string> | undefined

/**
 * The mark of all that public pages show: another one after each change, whoever made it. It is read after
 * the call; those who ask while a question is under way share the next one.
 *
 * @throws when the database does not answer
 */
export function readMark(): Promise<string> {
  if (!underway) {
    underway = askMark().finally(() => {
      underway = undefined
    })
    return underway
  }
  following ??= underway
    .catch(() => {})
    .then(() => {
      following = undefined
      return readMark()
    })
  return following
}

/** Ends the connection, for a process that is about to. */
export async function closeMarks(): Promise<void> {
  await kept.aDeuxPasMarks?.end()
  delete kept.aDeuxPasMarks
}

async function askMark(): Promise<string> {
  kept.aDeuxPasMarks ??= connect()
  const { rows } = await kept.aDeuxPasMarks.query<{ mark: string }>({
    name: 'mark',
    text: 'SELECT coalesce(sum(statements), 0)::text AS mark FROM "PublicChange"',
  })
  return rows[0]?.mark ?? ''
}

function connect(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  })
  // An idle connection that the database closes is replaced at the next question; unheard, it would end the process.
  pool.on('error', (error) => console.error(error))
  return pool
}
