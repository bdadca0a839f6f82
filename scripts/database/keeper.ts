// Keeps the PostgreSQL of a DATA_DIR running for as long as a command uses it: `keeper.ts DATA_DIR
// [throwaway]`. Commands hold a line to it; the system drops the line of one that ends, however it
// ends. With the last line, PostgreSQL stops, and so does this process.
import { rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { listenAlone, localAddress } from '../setup/lock.mjs'
import { openCluster } from './open-cluster'

/** Milliseconds: a command that starts a keeper joins at once. */
const loneliness = 10_000

const [dataDir = '', mode] = process.argv.slice(2)
const isThrowaway = mode === 'throwaway'
const members = new Set<Socket>()

const door = await listenAlone(localAddress('postgres', dataDir), welcome)
process.send?.('settled')
if (process.connected) process.disconnect()
// Another keeper was there first: the command will find it.
if (!door) process.exit()

const opening = openCluster(dataDir, isThrowaway)
let stopping: Promise<void> | undefined
setTimeout(() => members.size > 0 || stop(), loneliness)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)

// Until it is stopped below, or ends by itself.
const server = await opening.catch(() => undefined)
await server?.ended
await stopping
if (isThrowaway) await rm(dataDir, { recursive: true, force: true })
await Promise.all([...members].map((member) => new Promise<void>((resolve) => member.end(resolve))))
process.exit()

async function welcome(member: Socket) {
  members.add(member)
  for (const event of ['end', 'error', 'close']) member.on(event, () => leave(member))
  member.resume()
  try {
    const { port } = await opening
    member.write(`${JSON.stringify({ port })}\n`)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    member.write(`${JSON.stringify({ error: sentence })}\n`)
  }
}

/** Who leaves last is let go only by our own end, once PostgreSQL has stopped. */
async function leave(member: Socket) {
  if (!members.delete(member)) return
  await opening.catch(() => {})
  if (members.size === 0) stop()
  else member.end()
}

async function stop() {
  const running = await opening.catch(() => undefined)
  stopping ??= running?.stop()
  await stopping
}
