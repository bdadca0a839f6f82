import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const serverOnly = new URL('../../scripts/setup/server-only.mjs', import.meta.url).href

/** Runs a script of this folder in a process of its own, which can be killed, with the settings of the test. */
export function startChild(script: string, args: string[] = [], settings: ForkOptions = {}): ChildProcess {
  return fork(fileURLToPath(new URL(`./${script}`, import.meta.url)), args, {
    ...settings,
    execArgv: [
      '--import',
      'tsx',
      '--import',
      `data:text/javascript,import{register}from'node:module';register(${JSON.stringify(serverOnly)})`,
    ],
  })
}
