import { withDatabase } from './database/with-database'
import { buildIfStale } from './next/build'
import { freePort, serve } from './next/serve'
import { welcome } from './welcome'

const port = await freePort()
await withDatabase(async (accounts) => {
  await buildIfStale(process.env.NEXT_DIST_DIR || '.next')
  await serve('start', port, () => welcome(accounts))
})
