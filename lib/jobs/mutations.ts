import 'server-only'
import type { Transaction } from '@/lib/db'
import { type Payload, payloads, type TaskName } from './schema'

interface When {
  /**
   * Replaces the job of the same key that has not begun. Two transactions that use one key wait for one another:
   * name what the job is about, not the task alone.
   */
  key?: string
  /** Jobs of the same queue are done one after the other, whatever the number of instances */
  queue?: string
  /** Not before; at once when it is left out */
  runAt?: Date
}

/** Lets a job begin once this transaction has ended well, in whichever instance is free; never otherwise. */
export async function addJob<Name extends TaskName>(
  tx: Pick<Transaction, '$executeRaw'>,
  name: Name,
  payload: Payload<Name>,
  { key, queue, runAt }: When = {},
): Promise<void> {
  const told = JSON.stringify(payloads[name].parse(payload))
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${name}, payload => ${told}::json, queue_name => ${queue ?? null}::text,
      job_key => ${key ?? null}::text, run_at => ${runAt ?? null}::timestamptz)`
}
