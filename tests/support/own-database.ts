import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, inject, vi } from 'vitest'
import type { db } from '@/lib/db'
import { query } from './query'

// Runs before each test file, so before any module of `lib` reads the settings. A process runs many files: packages
// stay loaded, and warm, while our modules and the settings begin anew.
const kept = globalThis as {
  aDeuxPasDb?: typeof db
  aDeuxPasPool?: unknown
  aDeuxPasMarks?: pg.Pool
  settings?: NodeJS.ProcessEnv
}
vi.resetModules()
vi.useRealTimers()
kept.settings ??= { ...process.env }
for (const setting of Object.keys(process.env)) delete process.env[setting]
Object.assign(process.env, kept.settings)

const template = new URL(inject('templateUrl'))
const admin = at('postgres')
const name = `test_${randomBytes(6).toString('hex')}`

await query(admin, `CREATE DATABASE ${name} TEMPLATE template STRATEGY file_copy`)
process.env.DATABASE_URL = at(name)
process.env.SECRET = 'a secret for tests, of more than 32 characters'
process.env.PERSONAL_DATA_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`
process.env.PUBLIC_URL = 'http://localhost:3000'
// Nothing listens there: no test depends on the outside.
process.env.GEOCODER_URL = 'http://127.0.0.1:9'

afterAll(async () => {
  await kept.aDeuxPasDb?.$disconnect()
  delete kept.aDeuxPasDb
  delete kept.aDeuxPasPool
  await kept.aDeuxPasMarks?.end()
  delete kept.aDeuxPasMarks
  await dropDatabase()
})

/** PostgreSQL may be tidying it up at that moment, under an account that ours cannot interrupt. */
async function dropDatabase(attempts = 20): Promise<void> {
  try {
    await query(admin, `DROP DATABASE ${name} WITH (FORCE)`)
  } catch (error) {
    if (attempts === 1 || !/permission denied to terminate/.test(String(error))) throw error
    await new Promise((resolve) => setTimeout(resolve, 250))
    await dropDatabase(attempts - 1)
  }
}

function at(database: string): string {
  return Object.assign(new URL(template), { pathname: `/${database}` }).href
}
