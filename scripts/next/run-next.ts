import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { onInterruption } from '../interruption'

const root = fileURLToPath(new URL('../..', import.meta.url))
const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/** One of Next's commands, running; it ends with this process, however that ends. */
export type NextProcess = {
  /** Its exit code, when it ends without being told to */
  ended: Promise<number>
  stop: () => Promise<void>
}

/** @param output what becomes of what it prints; errors are always shown */
export function runNext(
  args: string[],
  output: 'inherit' | 'ignore',
  settings: Record<string, string> = {},
): NextProcess {
  const child = fork(createRequire(import.meta.url).resolve('next/dist/bin/next'), args, {
    cwd: root,
    execArgv: ['--import', endWithParent],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', COMMAND_PID: String(process.pid), ...settings },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  })
  let isStopping = false
  const exit = once(child, 'exit')
  const ended = new Promise<number>((resolve) => exit.then(([code]) => isStopping || resolve(code ?? 1)))
  const stop = async () => {
    isStopping = true
    if (child.connected) child.disconnect()
    await exit
  }
  onInterruption(stop)
  return { ended, stop }
}
