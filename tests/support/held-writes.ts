import pg from 'pg'
import { expect } from 'vitest'
import { listTables } from '@/scripts/backup/tables'

/** Any number: the lock that a write waits for. */
const lock = 42

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
    CREATE SEQUENCE held.writes;
    CREATE FUNCTION held.hold() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE step int := coalesce(nullif(current_setting('held.step', true), ''), '0')::int + 1;
    BEGIN
      PERFORM set_config('held.step', step::text, true), nextval('held.writes');
      IF step = (SELECT at.step FROM held.at) THEN PERFORM pg_advisory_xact_lock(${lock}); END IF;
      RETURN NULL;
    END $$;
    SELECT pg_advisory_lock(${lock})`)
  for (const { name } of await listTables(client)) {
    await client.query(`CREATE TRIGGER held BEFORE INSERT OR UPDATE OR DELETE ON "${name}"
      FOR EACH STATEMENT EXECUTE FUNCTION held.hold()`)
  }
  const waiting = async () =>
    (await client.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rows
  return {
    client,
    /** How many writes an undisturbed piece of work makes. */
    count: async (work: () => Promise<unknown>) => {
      const seen = async () => Number((await client.query("SELECT nextval('held.writes')")).rows[0]?.nextval)
      const before = await seen()
      await work()
      return (await seen()) - before - 1
    },
    stopAt: (step: number) => client.query('UPDATE held.at SET step = $1', [step]),
    isHeld: async () => (await waiting()).length > 0,
    /** Lets go who waits, and waits until the connections of those who died are gone. */
    letGo: async () => {
      const pids = (await waiting()).map(({ pid }) => pid)
      await client.query('UPDATE held.at SET step = 0')
      await client.query('SELECT pg_advisory_unlock($1)', [lock])
      await expect
        .poll(async () => (await client.query('SELECT FROM pg_stat_activity WHERE pid = ANY ($1)', [pids])).rowCount, {
          timeout: 120_000,
        })
        .toBe(0)
      await client.query('SELECT pg_advisory_lock($1)', [lock])
    },
    end: () => client.end(),
  }
}
