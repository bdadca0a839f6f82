// The site on a throwaway database with demonstration data, for the browser tests: builds it when
// stale, tells its parent where it answers, and ends with it.

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProConnect } from '@/tests/support/proconnect'
import type { Site } from '@/tests/support/site'
import { joinThrowawayCluster } from '@/tests/support/throwaway-cluster'
import { newPersonalDataKey } from './database/personal-data-keys'
import { prepareDatabase } from './database/prepare-database'
import { onInterruption } from './interruption'
import { buildIfStale } from './next/build'
import { serve } from './next/serve'

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))

const folder = await mkdtemp(join(tmpdir(), 'a-deux-pas-site-'))
onInterruption(() => rm(folder, { recursive: true }))
const cluster = await joinThrowawayCluster()
onInterruption(cluster.leave)

const port = await freePort()
const url = `http://localhost:${port}`
process.env.NEXT_DIST_DIR = '.next-test'
process.env.DATABASE_URL = cluster.urlOf('a_deux_pas')
process.env.SECRET = 'a secret for tests, of more than 32 characters'
process.env.PERSONAL_DATA_KEYS = newPersonalDataKey()
process.env.PUBLIC_URL = url
// Nothing listens there: no test depends on the outside.
process.env.GEOCODER_URL = 'http://127.0.0.1:9'
const provider = await startProConnect(url)
onInterruption(provider.close)
process.env.PROCONNECT_ISSUER = provider.issuer
process.env.PROCONNECT_CLIENT_ID = provider.clientId
process.env.PROCONNECT_CLIENT_SECRET = provider.clientSecret

const accounts = await prepareDatabase(process.env.DATABASE_URL, folder)
await buildIfStale(process.env.NEXT_DIST_DIR)
const site: Site = { url, accounts: [...accounts, ...(await addCoordinators())] }
await serve('start', port, () => process.send?.(site))

async function freePort(): Promise<number> {
  const server = net.createServer().listen()
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  return free
}

/** Coordinators who are no demonstration, one a width of browser: they have a second factor to set up. */
async function addCoordinators(): Promise<Site['accounts']> {
  // It reads the settings when it loads.
  const { createUser } = await import('@/lib/accounts/mutations')
  const password = 'une phrase bien longue'
  const memberships = [{ role: 'HUB_COORDINATOR' as const, hubSlug: 'hub-lo' }]
  const added = ['desktop', 'phone'].map((width) => ({
    email: `${width}@example.org`,
    password,
    purpose: 'coordinator',
  }))
  for (const { email } of added) await createUser({ email, name: 'Camille Martin', password, memberships })
  return added
}
