import pg from 'pg'
import { migrate } from '@/prisma/migrate'
import type { SeededAccount } from '@/prisma/seed/seed'

/** Any number, as long as it is always this one. */
const lock = 7_269_226

/**
 * Applies the migrations that the database of the settings lacks, and gives an empty one its first
 * data. Commands that start together do it one after the other.
 *
 * @returns the demonstration accounts that there are
 * @throws with one sentence when the database does not answer
 */
export async function prepareDatabase(connectionString: string, dataDir: string): Promise<SeededAccount[]> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
  } catch (error) {
    throw new Error(`The database does not answer: ${error instanceof Error ? error.message : error}`)
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    await migrate(connectionString)
    // It reads the settings when it loads.
    const { seed } = await import('@/prisma/seed/seed')
    const demo = process.env.DEMO !== 'off'
    const { accounts } = await seed({ demo, dataDir, onProgress: (message) => console.error(message) })
    return accounts
  } finally {
    // Also lets the lock go.
    await client.end()
  }
}
