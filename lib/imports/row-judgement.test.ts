import { describe, expect, it } from 'vitest'
import { recordOfObject } from '@/lib/open-data/source-record'
import { CommuneIndex } from './commune-index'
import { judgeRow } from './row-judgement'

describe('judgeRow', () => {
  it.each([
    ['national', { id: 'lieu-7', commune: 'Blois' }, 'lieu-7'],
    ['france-services', { id_fs: '12', lib_com: 'Blois' }, '12'],
    ['national', { commune: 'Blois' }, null],
  ] as const)('tells the id of a %s row that it refuses for want of a name', (format, item, id) => {
    const judge = { format, today: '2026-11-22', communes: new CommuneIndex([], []) }
    const { row, entries } = judgeRow({ line: 1, record: recordOfObject(item) }, judge)
    expect(row).toBeNull()
    expect(entries).toEqual([{ line: 1, id, kind: 'refused', reason: 'Le nom du lieu manque' }])
  })
})
