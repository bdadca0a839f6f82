import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { expect } from 'vitest'
import { listTables } from '@/scripts/backup/tables'

/** Any number: the lock that a write waits for. */
const lock = 42

/** How many of its writes each piece of work is killed at; past their number, all of them. */
const deaths = Number(process.env.DEATHS || 1)

/** Some of the numbers from `first` to `last`, drawn. */
export const drawn = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ step: first + index, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, deaths)
    .map(({ step }) => step)

/**
 * Stops transactions at the write that one names, of any table, until it is let go: the place where a process is
 * killed. Writes are counted from 1 in each transaction; 0 stops none.
 */
export async function holdWrites() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`
    CREATE SCHEMA held;
    CREATE TABLE held.at AS SELECT 0 AS step;
    CREATE SEQUENCE held.longest;
    CREATE FUNCTION held.hold() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE step int := coalesce(nullif(current_setting('held.step', true), ''), '0')::int + 1;
    BEGIN
      PERFORM set_config('held.step', step::text, true),
        setval('held.longest', greatest(step, (SELECT last_value FROM held.longest)));
      IF step = (SELECT at.step FROM held.at) THEN PERFORM pg_advisory_xact_lock(${lock}); END IF;
      RETURN NULL;
    END $$;
    SELECT pg_advisory_lock(${lock})`)
  for (const { name } of await listTables(client)) {
    await client.query(`CREATE TRIGGER held BEFORE INSERT OR UPDATE OR DELETE ON "${name}"
      FOR EACH STATEMENT EXECUTE FUNCTION held.hold()`)
  }
  const waiting = async () =>
    (
      await client.query<{ pid: number }>(`
        SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = ${lock} AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
    ).rows
  /** Lets go who waits, and waits until the connections of those who died are gone. */
  const letGo = async () => {
    const pids = (await waiting()).map(({ pid }) => pid)
    await client.query('UPDATE held.at SET step = 0')
    await client.query('SELECT pg_advisory_unlock($1)', [lock])
    await expect
      .poll(async () => (await client.query('SELECT FROM pg_stat_activity WHERE pid = ANY ($1)', [pids])).rowCount, {
        timeout: 120_000,
      })
      .toBe(0)
    await client.query('SELECT pg_advisory_lock($1)', [lock])
  }
  return {
    client,
    /** How many writes the longest transaction of an undisturbed piece of work makes. */
    count: async (work: () => Promise<unknown>): Promise<number> => {
      await client.query("SELECT setval('held.longest', 1)")
      await work()
      return Number((await client.query('SELECT last_value FROM held.longest')).rows[0]?.last_value)
    },
    /** Starts a process, and kills it while it stands before its write of that number. */
    killAt: async (step: number, start: () => ChildProcess): Promise<void> => {
      await client.query('UPDATE held.at SET step = $1', [step])
      const child = start()
      const isHeldOrOver = async () => child.exitCode ?? ((await waiting()).length > 0 || undefined)
      await expect.poll(isHeldOrOver, { timeout: 120_000, message: `before write ${step}` }).toBeDefined()
      expect(child.exitCode, `over before write ${step}`).toBeNull()
      child.kill('SIGKILL')
      await once(child, 'exit')
      await letGo()
    },
    end: () => client.end(),
  }
}
