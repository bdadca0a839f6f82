import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries'
import type { Home } from './home'
import { stopServer } from './server'

/**
 * Clears what a killed keeper left: stops a server that still runs on the data, or removes a pid
 * file whose number now belongs to another program, which PostgreSQL would take for the server.
 */
export async function clearLeftover(home: Home, binaries: Binaries): Promise<void> {
  const file = join(home.data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0])
  // PostgreSQL clears the file of a dead server itself, once the last of its processes has ended.
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return
  if (await isServerOf(pid, home.data)) await stopServer({ home, binaries })
  else await rm(file, { force: true })
}

async function isServerOf(pid: number, data: string): Promise<boolean> {
  const command = await commandLine(pid)
  return command === undefined || command.includes(data)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** @returns undefined where the system does not say */
async function commandLine(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout
}
