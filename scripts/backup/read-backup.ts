import { access } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { env } from '@/lib/env'
import { erasureOnceRestored } from '@/lib/referrals/erasure/erasure-sql'
import { type Header, header } from './header'
import { openBackup, rowsOf } from './lines'
import { copyTarget, listMigrations, listTables, quoted } from './tables'

/**
 * Replaces everything in the database by what a backup holds, or changes nothing.
 *
 * @returns when the backup was written
 * @throws with one sentence when the file is no whole backup, or fits other tables
 */
export async function readBackup(connectionString: string, file: string): Promise<Date> {
  await access(file).catch(() => {
    throw new Error(`${file} cannot be read.`)
  })
  const found = await check(file).catch((error) => {
    throw isDamage(error) ? new Error(`${file} is not a whole backup of À deux pas; nothing was changed.`) : error
  })
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await requireSameTables(client, found)
    await client.query('BEGIN')
    await replaceAll(client, found, openBackup(file))
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return new Date(found.writtenAt)
  } finally {
    await client.end()
  }
}

/** Reads the file to its end before anything is touched. */
async function check(file: string): Promise<Header> {
  const lines = openBackup(file)
  const { value } = await lines.next()
  const found = header.safeParse(JSON.parse(String(value)))
  if (!found.success) throw new SyntaxError('The first line is no header.')
  for (const _ of found.data.tables) for await (const _rows of rowsOf(lines));
  if (!(await lines.next()).done) throw new SyntaxError('The file goes on after its last table.')
  return found.data
}

async function requireSameTables(client: pg.Client, { migrations }: Header) {
  const ours = await listMigrations(client)
  if (migrations.join() === ours.join()) return
  throw new Error(
    'This backup was written by another version of À deux pas, whose tables differ: restore it with that version.',
  )
}

async function replaceAll(client: pg.Client, found: Header, lines: AsyncGenerator<Buffer>) {
  // The header has been read.
  await lines.next()
  const tables = (await listTables(client)).map(({ name }) => quoted(name))
  const { rows: erased } = await client.query<{ id: string }>('SELECT id FROM "Referral" WHERE "erasedAt" IS NOT NULL')
  // What triggers write stands in the backup already.
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await client.query(`TRUNCATE ${tables.join(', ')}`)
  for (const table of found.tables) {
    const copy = client.query(from(`COPY ${copyTarget(table)} FROM STDIN`))
    await pipeline(Readable.from(rowsOf(lines)), copy)
  }
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  for (const { name, last, isCalled } of found.sequences) {
    await client.query('SELECT setval($1, $2, $3)', [quoted(name), last, isCalled])
  }
  // Jobs that wait are about rows that were replaced; what the new rows wait for, the schedule finds.
  await client.query('SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs')
  await eraseAgain(
    client,
    erased.map(({ id }) => id),
  )
  // A site that runs beside must forget the pages it kept.
  await client.query('INSERT INTO "PublicChange" DEFAULT VALUES')
}

/** What people asked to be forgotten since the backup, and what is too old by now, does not come back. */
async function eraseAgain(client: pg.Client, erased: string[]) {
  const { find, erase } = erasureOnceRestored(erased, new Date(), env().ERASE_AFTER_MONTHS)
  const { rows } = await client.query<{ id: string }>(find.text, find.values)
  for (const { text, values } of erase(rows.map(({ id }) => id))) await client.query(text, values)
}

/** Not compressed, cut short, or not ours. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof SyntaxError || code.startsWith('Z_')
}
