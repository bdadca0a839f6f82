import { once } from 'node:events'
import { afterAll, afterEach, expect, it } from 'vitest'
import { startChild } from '../support/child'
import { startMailServer } from '../support/mail-server'

const server = await startMailServer()
process.env.SMTP_URL = server.url
// They read the settings when they load.
const { db } = await import('@/lib/db')
const { queueMail } = await import('@/lib/mail/mutations')
const { sendMail } = await import('@/lib/mail/delivery/mutations')

const { signal } = new AbortController()
afterEach(async () => {
  server.received.length = 0
  await db.outboxMail.deleteMany()
})
afterAll(() => server.close())

async function queue(count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => `person${index}@example.org`)
  for (const to of people) await queueMail(db, { key: to, to, subject: 'Bonjour', text: 'Bonjour' })
  return people.sort()
}
const recipients = () => server.received.map(({ to }) => to).sort()
const sent = () => db.outboxMail.count({ where: { status: 'SENT' } })
/** A killed process lets its locks go when PostgreSQL notices. */
const sendTheRest = (count: number) =>
  expect
    .poll(
      async () => {
        await sendMail(signal)
        return sent()
      },
      { timeout: 120_000 },
    )
    .toBe(count)

it('killed after the server took a message and before that is written, it is sent once more under the same Message-ID', async () => {
  const people = await queue(3)
  // The worst moment, held: what writes that a message was sent waits for a lock of ours.
  await db.$executeRaw`CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock(42); RETURN NEW; END'`
  await db.$executeRaw`CREATE TRIGGER hold BEFORE UPDATE ON "OutboxMail" FOR EACH ROW EXECUTE FUNCTION hold()`
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(42)`
      const child = startChild('killed-mailer.ts')
      await expect
        .poll(() => tx.$queryRaw`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`, {
          timeout: 120_000,
        })
        .toHaveLength(1)
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    { timeout: 300_000 },
  )
  expect(server.received).toHaveLength(1)
  expect(await sent()).toBe(0)

  await sendTheRest(3)
  const [twice, ...others] = recipients()
  expect([...new Set(recipients())]).toEqual(people)
  expect(others).toHaveLength(3)
  expect(new Set(server.received.filter(({ to }) => to === twice).map(({ messageId }) => messageId)).size).toBe(1)
})

it('killed again and again at any moment, every message arrives, and each death repeats one at most', async () => {
  const people = await queue(40)
  const deaths = Number(process.env.DEATHS || 2)
  for (let death = 0; death < deaths; death += 1) {
    const before = server.received.length
    const child = startChild('killed-mailer.ts')
    const exit = once(child, 'exit')
    const some = before + Math.floor(Math.random() * 8)
    await expect
      .poll(() => server.received.length > some || child.exitCode !== null, { timeout: 120_000, interval: 1 })
      .toBe(true)
    child.kill('SIGKILL')
    await exit
  }
  await sendTheRest(people.length)
  expect([...new Set(recipients())]).toEqual(people)
  expect(server.received.length).toBeLessThanOrEqual(people.length + deaths)
  expect(new Set(server.received.map(({ to, messageId }) => `${to} ${messageId}`)).size).toBe(people.length)
})

it('two instances that send at once send nothing twice', async () => {
  const people = await queue(30)
  const other = startChild('killed-mailer.ts')
  await expect.poll(() => server.received.length, { timeout: 120_000, interval: 1 }).toBeGreaterThan(0)
  await Promise.all([sendMail(signal), once(other, 'exit')])
  expect(recipients()).toEqual(people)
})
