import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { onInterruption } from '../interruption'
import { urlOf } from './account'
import { keptSecret } from './kept-secret'
import { joinCluster } from './membership'
import { passwordFile } from './open-cluster'
import { prepareDatabase } from './prepare-database'

/**
 * Does the work of a command with every setting at hand and a database that is migrated and
 * seeded: that of DATABASE_URL, else the embedded one of DATA_DIR, shared with every other command
 * of that folder. Modules of `lib` read the settings when they load: import them inside `work`.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  process.env.PUBLIC_URL ||= `http://localhost:${process.env.PORT || 3000}`
  if (!process.env.SECRET) process.env.SECRET = await keptSecret(join(await made(dataDir), 'secret'))
  if (process.env.DATABASE_URL) {
    await prepareDatabase(process.env.DATABASE_URL)
    return work()
  }
  const membership = await joinCluster(await made(dataDir))
  onInterruption(membership.leave)
  try {
    process.env.DATABASE_URL = urlOf(membership.port, await keptSecret(join(dataDir, passwordFile)))
    await prepareDatabase(process.env.DATABASE_URL)
    return await work()
  } finally {
    await membership.leave()
  }
}

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return folder
}
