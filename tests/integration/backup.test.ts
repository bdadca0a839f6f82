import { copyFile, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { queueMail } from '@/lib/mail/mutations'
import { oldBackups } from '@/scripts/backup/old-backups'
import { readBackup } from '@/scripts/backup/read-backup'
import { writeBackup } from '@/scripts/backup/write-backup'
import { everything as allRows } from '../support/everything'

const url = process.env.DATABASE_URL ?? ''
const client = new pg.Client({ connectionString: url })
let folder = ''
let file = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'a-deux-pas-backup-'))
  file = join(folder, 'all.backup')
  await client.connect()
  await addPlace('Café « l’Étape »\twith a tab,\n\\. a false end and a \u2028 separator')
  await client.query(`INSERT INTO "User" (id, email, name, "updatedAt") VALUES ('u1', 'a@example.org', 'A', now())`)
  await writeBackup(url, file)
})
afterAll(async () => {
  await client.end()
  await rm(folder, { recursive: true })
})

function addPlace(name: string) {
  return client.query<{ id: string }>(
    `INSERT INTO "Place" (kind, name, address, postcode, "communeCode", latitude, longitude, precision, status, "publishedAt", "updatedAt")
     VALUES ('MEDIATION', $1, '1 rue X', '41000', '41018', 47.586, 1.336, 'ADDRESS', 'PUBLISHED', now(), now()) RETURNING id`,
    [name],
  )
}

const everything = () => allRows(client)

test('a restored database holds what it held, and nothing that came since', async () => {
  const before = await everything()
  const { rows } = await addPlace('Added since')
  await client.query(`UPDATE "Place" SET name = 'Changed'; DELETE FROM "User"`)
  expect(await everything()).not.toEqual(before)

  await readBackup(url, file)

  expect(await everything()).toEqual(before)
  const [added] = (await addPlace('Numbered as the first time')).rows
  expect(added).toEqual(rows[0])
})

test('positions, words and counts still follow the places of a restored database', async () => {
  await readBackup(url, file)
  await client.query(`UPDATE "Place" SET name = 'Médiathèque', longitude = 2`)
  const { rows } = await client.query(
    `SELECT "searchText", position = earth_position(latitude, longitude) AS "isThere" FROM "Place"`,
  )
  expect(rows).toEqual([{ searchText: expect.stringContaining('mediatheque'), isThere: true }])
})

test('mail that waited is there again to be sent, and the jobs of what was replaced are gone', async () => {
  const mailFile = join(folder, 'mail.backup')
  const letter = { key: 'k', to: 'a@example.org', subject: 'Bonjour', text: 'Bonjour' }
  await db.$transaction((tx) => queueMail(tx, letter))
  await writeBackup(url, mailFile)
  await db.outboxMail.updateMany({ data: { status: 'SENT', text: '', sentAt: new Date() } })

  await readBackup(url, mailFile)

  expect(await db.outboxMail.findMany()).toMatchObject([{ ...letter, status: 'WAITING' }])
  expect((await client.query('SELECT FROM graphile_worker.jobs')).rowCount).toBe(0)
  await readBackup(url, file)
})

test('only its owner can read a backup', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('backups beside a new one are told once they are past thirty days, whatever their names and dates on disk', async () => {
  const beside = await mkdtemp(join(tmpdir(), 'a-deux-pas-backups-'))
  const path = (name: string) => join(beside, name)
  for (const name of ['new.backup', 'last week', 'copied.gz']) await copyFile(file, path(name))
  await utimes(path('last week'), 0, 0)
  await writeFile(path('notes.txt'), 'kept')
  await writeFile(path('other.gz'), gzipSync('not ours'))
  await writeFile(path('cut.backup'), (await readFile(file)).subarray(0, 20))
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  expect(await oldBackups(path('new.backup'), inDays(29))).toEqual([])
  expect(await oldBackups(path('new.backup'), inDays(31))).toEqual([path('copied.gz'), path('last week')])
  await rm(beside, { recursive: true })
})

test('a backup of other tables is refused, and nothing changes', async () => {
  const before = await everything()
  const other = join(folder, 'other.backup')
  const text = gunzipSync(await readFile(file)).toString('latin1')
  await writeFile(other, gzipSync(Buffer.from(text.replace('_first ', '_another '), 'latin1')))
  await expect(readBackup(url, other)).rejects.toThrow('another version')
  expect(await everything()).toEqual(before)
})

const whole = () => readFile(file)
const damages: [string, () => Promise<Buffer | string>][] = [
  ['cut short', async () => (await whole()).subarray(0, -2000)],
  ['cut short between two rows', async () => gzipSync(gunzipSync(await whole()).subarray(0, -3))],
  ['not compressed', async () => 'id,name\n1,X\n'],
  ['compressed but not ours', async () => gzipSync('id,name\n1,X\n')],
  ['longer than it says', async () => gzipSync(Buffer.concat([gunzipSync(await whole()), Buffer.from('more\n')]))],
]

test.each(damages)('a file that is %s is refused, and nothing changes', async (_, content) => {
  const before = await everything()
  const damaged = join(folder, 'damaged.backup')
  await writeFile(damaged, await content())
  await expect(readBackup(url, damaged)).rejects.toThrow('is not a whole backup')
  expect(await everything()).toEqual(before)
})
