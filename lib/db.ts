import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/client/client'
import { env } from './env'

/** One client a process, kept across hot reloads. */
const kept = globalThis as { aDeuxPasDb?: PrismaClient }

export const db: PrismaClient =
  kept.aDeuxPasDb ?? new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }) })
kept.aDeuxPasDb = db

/** What a write gets: the client, or the transaction it takes part in. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
