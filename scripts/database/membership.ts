import { fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { knock, localAddress, untilClosed } from '../setup/lock.mjs'

/** A command's share of the PostgreSQL of a DATA_DIR. */
export type Membership = {
  port: number
  /** The last to leave waits until PostgreSQL has stopped. */
  leave: () => Promise<void>
}

const keeper = fileURLToPath(new URL('./keeper.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Joins those who use the PostgreSQL of a DATA_DIR, starting it for the first of them. If its
 * keeper is killed meanwhile, another takes its place on the same port.
 *
 * @param isThrowaway for tests: fast, may create databases, and its folder goes with it
 */
export async function joinCluster(dataDir: string, isThrowaway = false): Promise<Membership> {
  let line = await reach(dataDir, isThrowaway)
  let hasLeft = false
  const watch = async () => {
    await untilClosed(line.socket)
    if (hasLeft) return
    line = await reach(dataDir, isThrowaway)
    watch()
  }
  watch()
  const leave = async () => {
    hasLeft = true
    line.socket.ref().end()
    await untilClosed(line.socket)
  }
  return { port: line.port, leave }
}

type Line = { socket: Socket; port: number }

async function reach(dataDir: string, isThrowaway: boolean): Promise<Line> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const socket = await knock(localAddress('postgres', dataDir))
    if (!socket) await startKeeper(dataDir, isThrowaway)
    const port = socket && (await listen(socket))
    if (port) return { socket: socket.unref(), port }
  }
  throw new Error(`The embedded PostgreSQL did not start: see ${join(dataDir, 'postgres.log')}.`)
}

/** @returns undefined when the keeper was on its way out */
async function listen(socket: Socket): Promise<number | undefined> {
  let said = ''
  const answer = new Promise<void>((resolve) => {
    socket.setEncoding('utf8').on('data', (words: string) => {
      said += words
      if (said.endsWith('\n')) resolve()
    })
  })
  await Promise.race([answer, untilClosed(socket)])
  if (!said) return undefined
  const { port, error } = JSON.parse(said) as { port?: number; error?: string }
  if (error) throw new Error(error)
  return port
}

/** In a session of its own, so that Ctrl-C in a terminal does not reach it. */
async function startKeeper(dataDir: string, isThrowaway: boolean) {
  const log = openSync(join(dataDir, 'keeper.log'), 'a')
  const child = fork(keeper, [dataDir, isThrowaway ? 'throwaway' : 'kept'], {
    execArgv: ['--import', tsx],
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (child.connected) child.disconnect()
  child.unref()
}
