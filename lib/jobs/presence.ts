import type pg from 'pg'

/** Any number, as long as it is always this one. */
const lock = 7_269_227
/** Milliseconds between two looks for jobs of instances that died. */
const interval = 10_000

/** Says that an instance lives, and gives up what dead ones had begun. */
export interface Presence {
  workers: string[]
  stop: () => Promise<void>
}

/**
 * A lock of PostgreSQL says that this instance lives: a killed process lets it go by itself. A job that was begun
 * under another's name, and whose lock is free, begins again; graphile-worker alone would wait for four hours.
 */
export function keepPresence(pool: pg.Pool): Presence {
  const workers: string[] = []
  let client: pg.PoolClient | undefined
  let turn = Promise.resolve()
  const look = async () => {
    try {
      client ??= await hold(pool, workers, () => {
        client = undefined
      })
      await freeJobsOfTheDead(pool)
    } catch (error) {
      console.error(error)
    }
  }
  const next = () => {
    turn = turn.then(look)
  }
  const timer = setInterval(next, interval)
  // The names of the workers come in the turn that follows.
  setImmediate(next)
  return {
    workers,
    stop: async () => {
      clearInterval(timer)
      await turn
      client?.release(true)
    },
  }
}

async function hold(pool: pg.Pool, workers: readonly string[], onLost: () => void): Promise<pg.PoolClient> {
  const client = await pool.connect()
  client.once('error', () => {
    onLost()
    client.release(true)
  })
  await client.query('SELECT pg_advisory_lock_shared($1, hashtext(id)) FROM unnest($2::text[]) AS id', [lock, workers])
  return client
}

/** Of those begun long enough ago for their instance to have taken its lock. */
async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(id)) FROM (
       SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_at < now() - interval '5 seconds') AS w
     WHERE pg_try_advisory_xact_lock($1, hashtext(id))`,
    [lock],
  )
  // A job that two instances did, one of them taken for dead, leaves its queue to the one that ended last, for hours.
  await pool.query(
    `UPDATE graphile_worker._private_job_queues q SET locked_by = NULL, locked_at = NULL
     WHERE locked_at < now() - interval '5 seconds' AND NOT EXISTS (
       SELECT FROM graphile_worker._private_jobs j WHERE j.job_queue_id = q.id AND j.locked_by = q.locked_by)`,
  )
}
