import pg from 'pg'
import { migrate } from '@/prisma/migrate'

/** Any number, as long as it is always this one. */
const lock = 7_269_226

/**
 * Applies the migrations that a database lacks. Commands that start together do it one after the
 * other.
 *
 * @param connectionString a PostgreSQL URL
 * @throws with one sentence when the database does not answer
 */
export async function prepareDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
  } catch (error) {
    throw new Error(`The database does not answer: ${error instanceof Error ? error.message : error}`)
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    await migrate(connectionString)
  } finally {
    // Also lets the lock go.
    await client.end()
  }
}
