import { fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { onInterruption } from '../interruption'
import { failed, type Tally } from './tally'

/** What the stages of another process found, in their order, and everything it printed. */
export interface Aside {
  results: { name: string; tally: Tally }[]
  printed: string
}

/** Runs stages in a process of their own, which keeps its words until it ends. */
export async function runAside(names: readonly string[]): Promise<Aside> {
  const child = fork('scripts/run.mjs', ['test', ...names], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const ended = once(child, 'close')
  onInterruption(async () => {
    child.kill()
    await ended
  })
  let results: Aside['results'] = []
  child.on('message', (found) => {
    results = found as Aside['results']
  })
  const [out, errors] = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')))
  await ended
  // One that dies without a word has failed.
  return {
    results: names.map((name) => results.find((one) => one.name === name) ?? { name, tally: failed }),
    printed: `${out}${errors}`,
  }
}
