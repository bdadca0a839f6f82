import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { importFile } from '@/lib/imports/mutations'

const folder = process.env.REAL_DATA_DIR ?? ''
const franceServices = join(folder, 'france-services-2022-12.csv')
const july = join(folder, 'conseillers-numeriques-2022-07.json')
const december = join(folder, 'conseillers-numeriques-2022-12.json')
const isThere = [franceServices, july, december].every((path) => existsSync(path))

describe(`real files${isThere ? '' : ' (left out: REAL_DATA_DIR has none)'}`, () => {
  it.runIf(isThere)(
    'give the places they hold, each missing one explained, and change nothing the second time',
    async () => {
      const list = await importFile({ path: franceServices })
      expect(list.added).toBeGreaterThanOrEqual(2640)
      expect(list.rows).toBe(list.added + list.duplicates + list.refused)
      expect(list.told.refused).toBe(list.refused)

      const first = await importFile({ path: july })
      expect(first.sources).toEqual(['conseiller-numerique'])
      const second = await importFile({ path: december })
      expect(second.sources).toEqual(first.sources)
      expect(second.added + second.updated + second.unchanged).toBeGreaterThanOrEqual(4700)
      expect(second.updated).toBeGreaterThan(0)

      const again = await importFile({ path: december })
      expect(again).toMatchObject({ added: 0, updated: 0 })
      expect(await db.place.count({ where: { latitude: { gt: -0.5, lt: 0.5 } } })).toBe(0)
    },
    300_000,
  )
})
