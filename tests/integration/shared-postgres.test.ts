import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { urlOf } from '@/scripts/database/account'
import { passwordFile } from '@/scripts/database/open-cluster'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'a-deux-pas-shared-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Member = { process: ChildProcess; port: number }

/** Another process that uses the PostgreSQL of the folder. */
async function startMember(): Promise<Member> {
  const member = fork('tests/support/member.ts', [folder], { execArgv: ['--import', 'tsx'] })
  onTestFinished(async () => {
    member.kill('SIGKILL')
    await waitUntilStopped()
  })
  const [port] = (await once(member, 'message')) as [number]
  return { process: member, port }
}

async function leave(member: Member) {
  member.process.send('leave')
  await once(member.process, 'exit')
}

async function answers({ port }: Member): Promise<boolean> {
  const client = new pg.Client(urlOf(port, await readFile(join(folder, passwordFile), 'utf8')))
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

const pidFile = () => join(folder, 'postgres/postmaster.pid')

async function postmaster(): Promise<number> {
  return Number((await readFile(pidFile(), 'utf8')).split('\n')[0])
}

/** PostgreSQL removes its pid file as the last thing it does. */
const waitUntilStopped = () => vi.waitUntil(() => !existsSync(pidFile()), { timeout: 120_000 })

describe('the PostgreSQL of a DATA_DIR', () => {
  test('is shared by two commands that start together, and stops with the last one', async () => {
    const [one, other] = await Promise.all([startMember(), startMember()])
    expect(other.port).toBe(one.port)
    await leave(one)
    expect(await answers(other)).toBe(true)
    await leave(other)
    expect(existsSync(pidFile())).toBe(false)
  })

  test('stops when the only command that uses it is killed', async () => {
    const member = await startMember()
    member.process.kill('SIGKILL')
    await waitUntilStopped()
  })

  test('stays for the others when one command is killed', async () => {
    const [one, other] = [await startMember(), await startMember()]
    one.process.kill('SIGKILL')
    await once(one.process, 'exit')
    expect(await answers(other)).toBe(true)
  })

  test('comes back on the same port when the server is killed under a command', async () => {
    const member = await startMember()
    process.kill(await postmaster(), 'SIGKILL')
    await vi.waitUntil(() => answers(member), { timeout: 120_000 })
  })

  test('starts beside a pid file whose number now belongs to another program', async () => {
    await leave(await startMember())
    await writeFile(pidFile(), `${process.pid}\n${folder}/postgres\n`)
    expect(await answers(await startMember())).toBe(true)
  })

  test('is refused to who does not know its password', async () => {
    const { port } = await startMember()
    const stranger = new pg.Client(urlOf(port, 'guess'))
    await expect(stranger.connect()).rejects.toThrow('password authentication failed')
  })
})
