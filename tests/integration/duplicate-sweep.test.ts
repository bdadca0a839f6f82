import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { listPairsFor } from '@/lib/duplicates/queries'
import { askSweep, runSweep } from '@/lib/duplicates/sweep/mutations'
import { getSweepState } from '@/lib/duplicates/sweep/queries'
import { importFile } from '@/lib/imports/mutations'
import { startWorker } from '@/lib/jobs/worker'
import { makeHub, makeUser } from '../support/people'

let coordinator: CurrentUser
let reader: CurrentUser

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  reader = await makeUser('reader@example.org', { role: 'READER', hubSlug: 'hub-centre' })
})

const jobs = () => db.$queryRaw`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'sweep-duplicates'`

it('an import asks for a sweep, asking again adds none, and an instance does it', async () => {
  expect(await getSweepState()).toEqual({ state: 'IDLE', progress: 0, last: null })
  const folder = await mkdtemp(join(tmpdir(), 'sweep-'))
  const file = join(folder, 'lieux.csv')
  const row = (id: number, name: string) => `${id},${name},Blois,41000,1 rue de la Paix,47.586,1.336,essais\n`
  await writeFile(
    file,
    `id,nom,commune,code_postal,adresse,latitude,longitude,source\n${row(1, 'Médiathèque Genevoix')}${row(2, 'MEDIATHEQUE GENEVOIX (ANNEXE)')}`,
  )
  await importFile({ path: file })
  await rm(folder, { recursive: true })
  expect(await jobs()).toHaveLength(1)

  await askSweep(coordinator)
  await expect(askSweep(reader)).rejects.toThrow('ne permet pas')
  expect(await jobs()).toHaveLength(1)
  expect(await getSweepState()).toMatchObject({ state: 'WAITING' })

  const worker = startWorker()
  await expect.poll(getSweepState, { timeout: 120_000 }).toMatchObject({ state: 'IDLE', last: { places: 2, added: 1 } })
  await worker.stop()
  expect((await listPairsFor(coordinator)).total).toBe(1)
})

it('a sweep that is cut short leaves the pairs as they were, and the next one takes over', async () => {
  const before = await db.duplicateCandidate.findMany()
  // What a killed one leaves
  await db.duplicateSweep.create({ data: { progress: 0.4 } })
  await runSweep(new AbortController().signal)
  expect(await db.duplicateSweep.count({ where: { finishedAt: null } })).toBe(0)
  expect(await db.duplicateCandidate.findMany()).toEqual(before)
})
