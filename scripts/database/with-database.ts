import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { SeededAccount } from '@/prisma/seed/seed'
import { onInterruption } from '../interruption'
import { urlOf } from './account'
import { keptSecret } from './kept-secret'
import { joinCluster } from './membership'
import { passwordFile } from './open-cluster'
import { newPersonalDataKey, personalDataKeysFile } from './personal-data-keys'
import { prepareDatabase } from './prepare-database'

/** What a command does; it gets the demonstration accounts that there are. */
type Work<T> = (accounts: SeededAccount[]) => Promise<T>

/**
 * Does the work of a command with every setting at hand and a database that is migrated and
 * seeded: that of DATABASE_URL, else the embedded one of DATA_DIR, shared with every other command
 * of that folder. Modules of `lib` read the settings when they load: import them inside `work`.
 */
export async function withDatabase<T>(work: Work<T>): Promise<T> {
  return withAddress((url, dataDir) => workThenClose(work, url, dataDir))
}

/** The same with the database as it is found, which may be empty or behind. */
export async function withAddress<T>(work: (url: string, dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  await mkdir(dataDir, { recursive: true })
  process.env.PUBLIC_URL ||= `http://localhost:${process.env.PORT || 3000}`
  process.env.SECRET ||= await keptSecret(join(dataDir, 'secret'))
  process.env.PERSONAL_DATA_KEYS ||= await keptSecret(join(dataDir, personalDataKeysFile), newPersonalDataKey)
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL, dataDir)

  const membership = await joinCluster(dataDir)
  onInterruption(membership.leave)
  try {
    process.env.DATABASE_URL = urlOf(membership.port, await keptSecret(join(dataDir, passwordFile)))
    return await work(process.env.DATABASE_URL, dataDir)
  } finally {
    await membership.leave()
  }
}

/** Connections are closed before the database may stop, which would be told as an error of theirs. */
async function workThenClose<T>(work: Work<T>, url: string, dataDir: string): Promise<T> {
  try {
    return await work(await prepareDatabase(url, dataDir))
  } finally {
    const { db } = await import('@/lib/db')
    await db.$disconnect()
  }
}
