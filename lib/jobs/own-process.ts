import 'server-only'
import { fork } from 'node:child_process'
import { once } from 'node:events'

/**
 * Does a heavy job by a command, in a process of its own under a heap of its own: V8 would let that of the worker grow
 * as long as there is memory, and never give it back. It ends with the worker.
 *
 * @param megabytes of heap
 * @throws when it fails: the job is then tried again
 */
export async function inOwnProcess(
  command: string,
  args: string[],
  megabytes: number,
  signal: AbortSignal,
): Promise<void> {
  const child = fork('scripts/run.mjs', [command, ...args], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The command ${command} ended with code ${code}.`)
}
