import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { importFile } from '@/lib/imports/mutations'
import { advanceUpload } from '@/lib/imports/steps/mutations'
import { decideKind } from '@/lib/imports/uploads/decisions/mutations'
import { applyRequested, createUpload, undoRequested } from '@/lib/imports/uploads/mutations'
import { getUploadFor } from '@/lib/imports/uploads/queries'
import { startChild } from '../support/child'
import { everything } from '../support/everything'
import { drawn, holdWrites } from '../support/held-writes'
import { makeUser } from '../support/people'

it('an import killed while it writes leaves the places as they were, and can be run again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-'))
  const file = join(folder, 'lieux.csv')
  const rows = Array.from(
    { length: 3000 },
    (_, index) => `${index},Lieu ${index},Blois,41000,${index} rue des Essais,47.586,1.336,essais`,
  )
  await writeFile(file, `id,nom,commune,code_postal,adresse,latitude,longitude,source\n${rows.join('\n')}\n`)

  const child = startChild('killed-import.ts', [file])
  const [message] = await once(child, 'message')
  expect(message).toBe('writing')
  child.kill('SIGKILL')
  await once(child, 'exit')

  expect(await db.place.count()).toBe(0)
  expect(await db.placeSource.count()).toBe(0)
  expect(await db.importRun.count()).toBe(0)
  expect(await importFile({ path: file })).toMatchObject({ added: 3000 })
  await rm(folder, { recursive: true })
})

it('a person’s import killed while it reads, writes or is undone leaves nothing half-done, and goes on', async () => {
  await db.place.deleteMany()
  await db.importRun.deleteMany()
  const user = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  const rows = ['a', 'b', 'c'].map((id) => ({ id, nom: `Lieu ${id}`, adresse: `1 rue ${id}`, ...blois }))
  const content = new TextEncoder().encode(JSON.stringify(rows))
  const { id } = await createUpload(user, { fileName: 'lieux.json', content, sourceName: 'Essais' })
  const stand = async () => [await db.place.count({ where: { status: 'PUBLISHED' } }), await db.importRun.count()]

  await killAt('LOCK TABLE "PlaceSource" IN ACCESS EXCLUSIVE MODE', id)
  expect(await db.importRow.groupBy({ by: ['kind'], where: { uploadId: id }, _count: true })).toEqual([
    { kind: null, _count: 3 },
  ])
  await advanceUpload(id)
  expect(await db.importRow.groupBy({ by: ['kind'], where: { uploadId: id }, _count: true })).toEqual([
    { kind: 'ADDED', _count: 3 },
  ])
  await applyRequested(user, id, (await getUploadFor(user, id)).version)
  // The places are written, and wait for their history
  await killAt('LOCK TABLE "PlaceRevision" IN SHARE MODE', id)
  expect(await stand()).toEqual([0, 0])
  await advanceUpload(id)
  expect(await stand()).toEqual([3, 1])
  await undoRequested(user, id, false)
  await killAt('LOCK TABLE "PlaceRevision" IN SHARE MODE', id)
  expect(await stand()).toEqual([3, 1])
  await advanceUpload(id)
  expect(await stand()).toEqual([0, 1])
})

it('a person’s import killed at any write, while it is applied or undone, leaves everything as it was', async () => {
  const user = await makeUser('other@example.org', { role: 'NATIONAL_ADMIN' })
  /** A file whose three rows are taken, and wait to be written. */
  const taken = async (name: string) => {
    const rows = [1, 2, 3].map((number) => ({
      ...blois,
      id: `${name}-${number}`,
      nom: `${name} ${number}`,
      adresse: `${number} rue ${name}`,
      telephone: undefined,
    }))
    const content = new TextEncoder().encode(JSON.stringify(rows))
    const { id } = await createUpload(user, { fileName: 'lieux.json', content, sourceName: 'Essais' })
    await advanceUpload(id)
    await decideKind(user, { id, kind: 'DOUBTFUL', intent: 'take' })
    await applyRequested(user, id, (await getUploadFor(user, id)).version)
    return id
  }
  const published = (name: string) => db.place.count({ where: { name: { startsWith: name }, status: 'PUBLISHED' } })
  const held = await holdWrites()
  /** What a step says of itself stays, and a job that begins it again counts on. */
  const all = async () => ({ ...(await everything(held.client)), ImportUpload: null })
  const dies = async (id: string, step: number) => {
    await db.importUpload.update({ where: { id }, data: { attempt: 0 } })
    const before = await all()
    await held.killAt(step, () => startChild('killed-upload.ts', [id]))
    expect(await all(), `killed at write ${step}`).toEqual(before)
  }

  await advanceUpload(await taken('Rive'))
  const whole = await taken('Pont')
  const applying = await held.count(() => advanceUpload(whole))
  await undoRequested(user, whole, false)
  const undoing = await held.count(() => advanceUpload(whole))
  expect(Math.min(applying, undoing)).toBeGreaterThan(4)

  const id = await taken('Gare')
  for (const step of drawn(2, applying)) await dies(id, step)
  await advanceUpload(id)
  expect(await published('Gare')).toBe(3)
  await undoRequested(user, id, false)
  for (const step of drawn(2, undoing)) await dies(id, step)
  await advanceUpload(id)
  expect(await published('Gare')).toBe(0)
  await held.end()
}, 900_000)

const blois = {
  code_postal: '41000',
  commune: 'Blois',
  latitude: 47.586,
  longitude: 1.336,
  telephone: '+33261910001',
  services: 'Aide aux démarches administratives',
  date_maj: '2024-01-01',
}

/** Kills the process that does a step once it waits for a table that is held. */
async function killAt(lock: string, id: string): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(lock)
      const child = startChild('killed-upload.ts', [id])
      const isWaiting = async () => {
        const [found] = await db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
        return found?.count
      }
      await expect.poll(isWaiting, { timeout: 120_000, interval: 50 }).toBeGreaterThan(0)
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    { timeout: 300_000 },
  )
}
