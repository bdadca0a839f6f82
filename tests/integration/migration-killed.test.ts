import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '@/prisma/migrate'
import { startChild } from '../support/child'
import { query } from '../support/query'

const url = Object.assign(new URL(process.env.DATABASE_URL ?? ''), { pathname: '/migration_killed' }).href
const admin = process.env.DATABASE_URL ?? ''
const holder = new pg.Client({ connectionString: url })

beforeAll(async () => {
  await query(admin, 'CREATE DATABASE migration_killed')
  await holder.connect()
})
afterAll(async () => {
  await holder.end()
  await query(admin, 'DROP DATABASE migration_killed WITH (FORCE)')
})

test('a migration that was killed half-way is done by the next start', async () => {
  // The first migration stops where it makes this table.
  await holder.query('BEGIN; CREATE TABLE "Place" ()')
  const child = startChild('killed-migration.ts', [url])
  const waiting = () =>
    query(
      admin,
      `SELECT 1 FROM pg_stat_activity WHERE datname = 'migration_killed'
    AND wait_event_type = 'Lock'`,
    )
  await expect.poll(waiting, { timeout: 120_000 }).toHaveLength(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  // What PostgreSQL still does for the dead one is waited for, not done twice.
  const again = migrate(url)
  await expect.poll(waiting, { timeout: 120_000 }).toHaveLength(2)
  await holder.query('ROLLBACK')
  await again
  expect(await migrate(url)).toEqual([])
  expect(await query(url, 'SELECT FROM _prisma_migrations WHERE finished_at IS NULL')).toEqual([])
  expect(await query(url, 'SELECT FROM "Place"')).toEqual([])
})
