import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureAccount } from './account'
import { findBinaries } from './binaries'
import { findHome } from './home'
import { initialise } from './initialise'
import { keptSecret } from './kept-secret'
import { clearLeftover } from './leftover'
import { type Server, startServer } from './server'

/** The file of a DATA_DIR that holds the password of its database. */
export const passwordFile = 'postgres.password'

/** Starts the PostgreSQL of a DATA_DIR, made on the first time. Its caller alone may be doing so. */
export async function openCluster(dataDir: string, isThrowaway: boolean): Promise<Server> {
  const home = await findHome(dataDir)
  const binaries = await findBinaries(home.owner)
  const password = await keptSecret(join(dataDir, passwordFile))
  await initialise(home, binaries, password)
  await clearLeftover(home, binaries)
  const portFile = join(dataDir, 'postgres.port')
  const preferredPort = existsSync(portFile) ? Number(await readFile(portFile, 'utf8')) : undefined
  const request = { home, binaries, log: join(dataDir, 'postgres.log'), preferredPort, isThrowaway }
  const server = await insist(() => startServer(request))
  await writeFile(portFile, String(server.port))
  await ensureAccount(server.port, password, isThrowaway)
  return server
}

/** Somebody may take the port meanwhile, or the processes of a killed server still be ending. */
async function insist<T>(work: () => Promise<T>, attempts = 20): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (attempts === 1 || !/shared memory block|TCP\/IP sockets/.test(String(error))) throw error
    await new Promise((resolve) => setTimeout(resolve, 250))
    return insist(work, attempts - 1)
  }
}
