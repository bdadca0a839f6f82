import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLock } from './lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('works of one purpose on one folder never overlap', async () => {
  let atWork = 0
  const work = async () => {
    atWork++
    await new Promise(setImmediate)
    return atWork--
  }
  const seen = await Promise.all(Array.from({ length: 20 }, () => withLock('count', folder, work)))
  expect(seen).toEqual(Array(20).fill(1))
})

test('a work that fails lets the next one begin', async () => {
  const failing = withLock('fail', folder, () => Promise.reject(new Error('failed')))
  await expect(failing).rejects.toThrow('failed')
  expect(await withLock('fail', folder, async () => 'done')).toBe('done')
})

test('a killed process holds nothing back', async () => {
  const holder = fork('tests/support/lock-holder.mjs', [folder], { execArgv: [] })
  await once(holder, 'message')
  const next = withLock('kill', folder, async () => 'done')
  holder.kill('SIGKILL')
  expect(await next).toBe('done')
})
