import { fork } from 'node:child_process'
import { once } from 'node:events'
import { onInterruption } from '../interruption'
import { failed, type Tally } from './tally'

export interface Result {
  name: string
  tally: Tally
}

/** Stages that another process runs. */
interface Aside {
  /** Says what it kept to itself so far, and then whatever it says */
  listen: () => void
  results: Promise<Result[]>
}

/** Runs stages in a process of their own, which keeps its words until somebody listens. */
export function runAside(names: readonly string[]): Aside {
  const child = fork('scripts/run.mjs', ['test', ...names], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const ended = once(child, 'close')
  onInterruption(async () => {
    child.kill()
    await ended
  })
  let found: Result[] = []
  child.on('message', (results) => {
    found = results as Result[]
  })
  const kept: Buffer[] = []
  let say = (words: Buffer): void => void kept.push(words)
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words: Buffer) => say(words))
  return {
    listen: () => {
      say = (words) => void process.stdout.write(words)
      for (const words of kept.splice(0)) say(words)
    },
    // One that dies without a word has failed.
    results: ended.then(() => names.map((name) => found.find((one) => one.name === name) ?? { name, tally: failed })),
  }
}
