import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { importFile } from '@/lib/imports/mutations'
import { startChild } from '../support/child'

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
}, 120_000)
