import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/client/client'
import { env } from './env'

/** One client a process, kept across hot reloads. */
const kept = globalThis as { aDeuxPasDb?: PrismaClient }

export const db: PrismaClient = kept.aDeuxPasDb ?? connect()
kept.aDeuxPasDb = db

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: env().DATABASE_URL, max: 10 },
    // A statement that asks for it is planned once a connection: it must be one of few. The others have no name.
    { statementNameGenerator: ({ sql }) => (sql.startsWith('/* prepared */') ? nameOf(sql) : '') },
  )
  return new PrismaClient({ adapter })
}

function nameOf(sql: string): string {
  return createHash('sha1').update(sql).digest('base64')
}

/** What a write gets: the client, or the transaction it takes part in. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
