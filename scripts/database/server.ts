import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, type WriteStream } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type Binaries, program } from './binaries'
import type { Home } from './home'
import { serverEnv } from './initialise'

export type Server = {
  port: number
  /** Lets the transactions under way fail, writes everything down and ends. */
  stop: () => Promise<void>
  /** When the server has ended, asked or not. */
  ended: Promise<void>
}

type Request = {
  home: Home
  binaries: Binaries
  log: string
  /** Taken when it is free: programs that already run know it. */
  preferredPort: number | undefined
  /** For tests: fast, and not meant to survive a power cut. */
  isThrowaway: boolean
}

/** Starts the cluster of a home on a free port of 127.0.0.1. */
export async function startServer(request: Request): Promise<Server> {
  // PostgreSQL tells of what people typed when it refuses a row
  const log = createWriteStream(request.log, { mode: 0o600 })
  const port = await freePort(request.preferredPort)
  const child = spawn(program(request.binaries, 'postgres'), serverArgs(request, port), {
    cwd: request.binaries.folder,
    uid: request.home.owner?.uid,
    gid: request.home.owner?.gid,
    env: serverEnv(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = once(child, 'exit').then(() => {})
  const guard = stopWithUs(child, request.home)
  ended.finally(() => guard?.kill())
  await untilReady(child, log)
  return { port, ended, stop: () => stopServer(request) }
}

/** Also stops one that an earlier, killed keeper left behind. */
export async function stopServer({ home, binaries }: Pick<Request, 'home' | 'binaries'>): Promise<void> {
  const args = ['stop', '-D', home.data, '-m', 'fast', '-w', '-s']
  const options = { cwd: binaries.folder, uid: home.owner?.uid, gid: home.owner?.gid, env: serverEnv() }
  await promisify(execFile)(program(binaries, 'pg_ctl'), args, options).catch((error) => {
    // It may have ended by itself in the meantime.
    if (existsSync(join(home.data, 'postmaster.pid'))) throw error
  })
}

function serverArgs({ home, isThrowaway }: Request, port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: isThrowaway ? 200 : 100,
    shared_buffers: '192MB',
    random_page_cost: 1.1,
    // Compiling queries takes longer than any of ours run.
    jit: 'off',
    log_checkpoints: 'off',
    ...(isThrowaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return ['-D', home.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Follows what the server says until it is ready; all of it goes to the log. */
async function untilReady(child: ChildProcess, log: WriteStream) {
  if (!child.stderr) throw new Error('PostgreSQL has no output to follow.')
  child.stderr.pipe(log)
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`PostgreSQL did not start: ${said.slice(-3).join(' ')} (${log.path})`)))
    createInterface({ input: child.stderr as NonNullable<typeof child.stderr> }).on('line', (line) => {
      said.push(line)
      if (line.includes('database system is ready to accept connections')) resolve()
    })
  })
}

/**
 * Stops the server if we are killed: a shell waits at the other end of a pipe that closes with us.
 * Windows has no such shell; there the next command stops what was left.
 */
function stopWithUs(server: ChildProcess, { owner }: Home): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(server.pid)], {
    cwd: '/',
    uid: owner?.uid,
    gid: owner?.gid,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.on('error', () => {})
  return guard
}

async function freePort(preferred: number | undefined): Promise<number> {
  const server = net.createServer()
  try {
    server.listen(preferred ?? 0, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  } catch (error) {
    if (preferred === undefined) throw error
    return freePort(undefined)
  } finally {
    server.close()
  }
}
