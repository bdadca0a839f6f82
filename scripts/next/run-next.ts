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

type Output = 'inherit' | 'ignore'

/** @param output what becomes of what it prints; errors are always shown */
export function runNext(args: string[], output: Output, settings: Record<string, string> = {}): NextProcess {
  return run(createRequire(import.meta.url).resolve('next/dist/bin/next'), args, output, settings)
}

/** The server of the built site, which keeps pages: `scripts/site-server.ts`. */
export function runSite(port: number): NextProcess {
  return run('scripts/run.mjs', ['site-server'], 'ignore', { PORT: String(port), NODE_ENV: 'production' })
}

function run(script: string, args: string[], output: Output, settings: Record<string, string>): NextProcess {
  const child = fork(script, args, {
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
