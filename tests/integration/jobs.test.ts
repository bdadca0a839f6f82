import { once } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs/mutations'
import { tasks } from '@/lib/jobs/tasks'
import { startWorker } from '@/lib/jobs/worker'

const done = new EventTarget()
const task = vi.spyOn(tasks, 'send-mail')
const workers: ReturnType<typeof startWorker>[] = []

beforeEach(() => {
  task.mockReset().mockImplementation(async () => {
    done.dispatchEvent(new Event('done'))
  })
})

const begin = () => workers.push(startWorker())
const end = () => Promise.all(workers.splice(0).map(({ stop }) => stop()))
afterEach(async () => {
  await end()
})
const nextDone = () => once(done, 'done')
const waiting = () =>
  db.$queryRaw<{ key: string | null; attempts: number }[]>`SELECT key, attempts FROM graphile_worker.jobs ORDER BY id`

it('a job leaves with its transaction, or not at all', async () => {
  await db.$transaction((tx) => addJob(tx, 'send-mail', {}, { key: 'kept' }))
  await expect(
    db.$transaction(async (tx) => {
      await addJob(tx, 'send-mail', {}, { key: 'given up' })
      throw new Error('Changed my mind')
    }),
  ).rejects.toThrow('Changed my mind')
  expect(await waiting()).toEqual([{ key: 'kept', attempts: 0 }])

  const first = nextDone()
  begin()
  await first
  await end()
  expect(await waiting()).toEqual([])
})

it('two instances share the queue: each job is done once', async () => {
  begin()
  begin()
  const count = 30
  const all = new Promise<void>((resolve) => {
    task.mockImplementation(async () => {
      if (task.mock.calls.length >= count) resolve()
    })
  })
  await db.$transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) await addJob(tx, 'send-mail', {})
  })
  await all
  await end()
  expect(await waiting()).toEqual([])
  expect(task).toHaveBeenCalledTimes(count)
})

it('a job that an instance had begun when it was killed begins again', async () => {
  await addJob(db, 'send-mail', {})
  // What a killed instance leaves: its name on the job, and nobody who holds it.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'worker-killed', locked_at = now() - interval '6 seconds', attempts = 1`
  const first = nextDone()
  begin()
  await first
  await end()
  expect(await waiting()).toEqual([])
})

it('a queue that was left locked, without a job under way, goes on', async () => {
  await addJob(db, 'send-mail', {}, { queue: 'imports' })
  await db.$executeRaw`UPDATE graphile_worker._private_job_queues SET locked_by = 'worker-elsewhere', locked_at = now() - interval '6 seconds'`
  const first = nextDone()
  begin()
  await first
  await end()
  expect(await waiting()).toEqual([])
})

it('work goes on after the database dropped every connection', async () => {
  // What is lost is told there.
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  const first = nextDone()
  begin()
  await addJob(db, 'send-mail', {})
  await first
  await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`
  const second = nextDone()
  // The idle connections that were dropped may be tried first.
  await expect
    .poll(
      () =>
        addJob(db, 'send-mail', {}).then(
          () => true,
          () => false,
        ),
      { timeout: 120_000 },
    )
    .toBe(true)
  await second
  await end()
  told.mockRestore()
})
