import 'server-only'
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { env } from '@/lib/env'
import { keepPresence } from './presence'
import { schedule } from './schedule'
import { payloads, type TaskName } from './schema'
import { tasks } from './tasks'

/** Jobs at once in one instance; they mostly wait for the database and for other servers. */
const concurrency = 4
/** Milliseconds that jobs under way are given to end; what is cut short begins again elsewhere. */
const patience = 4000
/** Milliseconds before work is taken up again after the database was lost. */
const recovery = 5000
/** A nightly task that no instance was there for is made up for until this many milliseconds later. */
const backfillPeriod = 12 * 3_600_000

/** Does the jobs of the queue until it is stopped; any number of instances share them. */
export function startWorker(): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  // When its schedule loses the database, graphile-worker also rejects a promise that nobody holds: Node would end.
  process.on('unhandledRejection', tell)
  const ended = workUntil(stopping.signal).finally(() => process.off('unhandledRejection', tell))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.race([ended, sleep(patience, undefined, { ref: false })])
    },
  }
}

const tell = (error: unknown) => console.error(error)

/** graphile-worker gives up when its schedule loses the database. */
async function workUntil(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work(signal).catch(tell)
    await sleep(recovery, undefined, { signal }).catch(() => {})
  }
}

async function work(signal: AbortSignal): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: env().DATABASE_URL, max: concurrency + 3 })
  const events: WorkerEvents = new EventEmitter()
  const presence = keepPresence(pgPool)
  events.on('worker:create', ({ worker }) => presence.workers.push(worker.workerId))
  try {
    const runner = await run({
      pgPool,
      events,
      concurrency,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => {
        if (level === 'error') console.error(message)
      }),
      taskList: Object.fromEntries((Object.keys(tasks) as TaskName[]).map((name) => [name, checked(name, signal)])),
      parsedCronItems: parseCronItems(
        Object.entries(schedule).map(([task, match]) => ({
          task,
          match,
          options: { backfillPeriod, queueName: task, jobKey: task },
        })),
      ),
    })
    // It may have stopped by itself before.
    const stop = () => runner.stop().catch(() => {})
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    await runner.promise
  } finally {
    await presence.stop()
    pgPool.end().catch(() => {})
  }
}

/** A job that another version wrote is refused with the reason rather than half understood. */
function checked<Name extends TaskName>(name: Name, signal: AbortSignal) {
  return async (payload: unknown) => {
    await tasks[name](payloads[name].parse(payload ?? {}) as never, signal)
  }
}
