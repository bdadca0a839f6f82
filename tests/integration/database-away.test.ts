import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs/mutations'
import { startChild } from '../support/child'

/** The way to the database, which can be cut. */
async function openRelay(to: URL) {
  const [port, hostname] = [Number(to.port), to.hostname]
  const lines = new Set<Socket>()
  const server = net.createServer((line) => {
    const onward = net.connect(port, hostname)
    for (const end of [line, onward]) lines.add(end.on('error', () => {}).on('close', () => lines.delete(end)))
    line.pipe(onward).pipe(line)
  })
  const open = async (at = 0) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const cut = () => {
    server.close()
    for (const line of lines) line.destroy()
  }
  return { open, cut }
}

const waiting = async () =>
  (await db.$queryRaw<unknown[]>`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`).length

test('who does jobs outlives a database that is away when the schedule needs it, and goes on once it is back', async () => {
  const address = new URL(process.env.DATABASE_URL ?? '')
  const relay = await openRelay(address)
  onTestFinished(relay.cut)
  const port = await relay.open()
  address.port = String(port)
  const worker = startChild('job-worker.ts', [], {
    env: { ...process.env, DATABASE_URL: address.href },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  onTestFinished(() => void worker.kill('SIGKILL'))
  let said = ''
  worker.stderr?.on('data', (words: Buffer) => {
    said += words
  })
  await addJob(db, 'send-mail', {})
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0)
  relay.cut()
  // At the next whole minute.
  await vi.waitUntil(() => said.includes('ECONNREFUSED') && /already stopping|due to an error/.test(said), {
    timeout: 150_000,
  })
  await relay.open(port)
  await addJob(db, 'send-mail', {})
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0)
  expect(worker.exitCode).toBeNull()
})
