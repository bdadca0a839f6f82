import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '@/prisma/client/client'
import { env } from './env'

/**
 * A connection that is asked one thing at a time: within a transaction, Prisma reads the relations of a row all at once
 * (prisma/orm#29979), which pg queues today and will refuse in its version 9.
 */
class OneAtATime extends pg.Client {
  private turn: Promise<unknown> = Promise.resolve()

  override query = ((...asked: Parameters<pg.Client['query']>) => {
    // The pool hears its answers by a callback, and waits for them
    if (typeof asked.at(-1) === 'function') return super.query(...asked)
    const answer = this.turn.then(() => super.query(...asked))
    this.turn = answer.then(nothing, nothing)
    return answer
  }) as pg.Client['query']
}

const nothing = () => {}

/** Milliseconds. Prisma gives up after two and five seconds: on a busy machine, what a person typed would be lost. */
const transactionOptions = { maxWait: 10_000, timeout: 20_000 }

/** One client and its connections a process, kept across hot reloads. */
const kept = globalThis as { aDeuxPasDb?: PrismaClient; aDeuxPasPool?: pg.Pool }

const pool = kept.aDeuxPasPool ?? connect()
kept.aDeuxPasPool = pool

export const db: PrismaClient =
  kept.aDeuxPasDb ??
  new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }), transactionOptions })
kept.aDeuxPasDb = db

/** What a write gets: the client, or the transaction it takes part in. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/**
 * Runs a read as `db.$queryRaw` does, without what Prisma adds to each cell: for the one read that every
 * visitor makes. Values are told apart by their types in SQL, dates without an hour are not known.
 *
 * @param name keeps the plan of the statement, once a connection: for a statement that is one of few
 */
export async function queryFast<Row extends object>(statement: Prisma.Sql, name?: string): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ text: statement.text, values: statement.values, name })
  return rows
}

/** Whether a statement gave up waiting for a lock: `lock_timeout` was set, and somebody else held it. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && /\b55P03\b/.test(JSON.stringify(error))
}

function connect(): pg.Pool {
  const connections = new pg.Pool({ connectionString: env().DATABASE_URL, max: 10, Client: OneAtATime })
  // An idle connection that the database closes is replaced at the next query; unheard, it would end the process.
  connections.on('error', (error) => console.error(error))
  return connections
}
