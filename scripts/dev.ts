import { withDatabase } from './database/with-database'
import { freePort, serve } from './next/serve'
import { welcome } from './welcome'

const port = await freePort()
await withDatabase((accounts) => serve('dev', port, () => welcome(accounts)))
