import 'server-only'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { env } from '@/lib/env'

/** Milliseconds that the database has to answer, before pages do as if nothing were kept. */
const patience = 2000

/** A connection of its own: kept pages are still sent while those of other reads are all taken. */
let connection: pg.Pool | undefined
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

/** The same, or one that no other is like when it cannot be read in time: what goes with it is then made anew. */
export const markOrNone = (): Promise<string> => readMark().catch(() => randomUUID())

/** Ends the connection, for a process that is about to. */
export async function closeMarks(): Promise<void> {
  await connection?.end()
  connection = undefined
}

async function askMark(): Promise<string> {
  connection ??= connect()
  const { rows } = await connection.query<{ mark: string }>({
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
