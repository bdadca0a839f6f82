import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Comparable, comparable } from '@/lib/duplicates/comparable'
import { findPairs } from '@/lib/duplicates/pairs'
import { describePlaces } from '@/lib/duplicates/queries'
import { sweepDuplicates } from '@/lib/duplicates/sweep/mutations'
import { loadCommunes } from '@/lib/imports/queries'
import { judgeRow } from '@/lib/imports/row-judgement'
import { openSourceFile } from '@/lib/open-data/source-file'
import { distanceInMetres } from '@/lib/territory/distance'
import { searchNameOf } from '@/lib/territory/search-name'

type Say = (what: string, figure: string) => void

/** How long all places take to be compared, and how well two releases of one directory are matched. */
export async function measureDuplicates(say: Say): Promise<void> {
  const places = (await describePlaces()).map(comparable)
  for (const count of [20_000, 40_000, 80_000].filter((each) => each <= places.length)) {
    const start = performance.now()
    const pairs = findPairs(places.slice(0, count))
    const seconds = (performance.now() - start) / 1000
    say(`Comparing ${count} places`, `${seconds.toFixed(1)} s, ${pairs.length} pairs`)
  }
  const start = performance.now()
  const { open } = await sweepDuplicates()
  const seconds = (performance.now() - start) / 1000
  say(`Sweep of ${places.length} places, database included`, `${seconds.toFixed(1)} s, ${open} pairs`)
  await matchReleases(say)
}

const releases = ['conseillers-numeriques-2022-07.json', 'conseillers-numeriques-2022-12.json'] as const

/**
 * Two rows are the same place when they share an id, or name, address and commune once folded; rows that
 * share an id more than a kilometre apart are left out. The ids are hidden from what is measured.
 */
async function matchReleases(say: Say): Promise<void> {
  const paths = releases.map((file) => join(process.env.REAL_DATA_DIR ?? '', file))
  if (!process.env.REAL_DATA_DIR || !paths.every(existsSync)) {
    say('Matching two releases', 'not measured: set REAL_DATA_DIR to their folder')
    return
  }
  const [before = [], after = []] = await Promise.all(paths.map(readRelease))
  const same = new Set<string>()
  const unclear = new Set<string>()
  const byId = index(after, ({ sourceId }) => sourceId)
  const byWords = index(after, words)
  for (const one of before) {
    for (const other of byId.get(one.sourceId) ?? []) {
      const isFar = !one.isApproximate && !other.isApproximate && distanceInMetres(one, other) > 1000
      ;(isFar ? unclear : same).add(`${one.id} ${other.id}`)
    }
    for (const other of byWords.get(words(one)) ?? []) same.add(`${one.id} ${other.id}`)
  }
  const found = findPairs([...before, ...after])
    .map((pair) => ({ ...pair, key: `${pair.one} ${pair.other}` }))
    .filter(({ one, other, key }) => one[0] !== other[0] && !unclear.has(key))
  for (const threshold of [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) {
    const told = found.filter(({ score }) => score >= threshold)
    const right = told.filter(({ key }) => same.has(key)).length
    const expected = [...same].filter((key) => !unclear.has(key)).length
    say(
      `Two releases, score from ${threshold}`,
      `precision ${(right / told.length).toFixed(3)}, recall ${(right / expected).toFixed(3)}`,
    )
  }
}

type Row = Comparable & { sourceId: string }

async function readRelease(path: string, release: number): Promise<Row[]> {
  const file = await openSourceFile(path)
  const communes = await loadCommunes()
  const rows: Row[] = []
  for await (const row of file.rows()) {
    const judge = { format: file.form.format, today: '2022-12-31', communes }
    const judged = judgeRow(row, judge).row
    if (!judged) continue
    const { record, externalId } = judged
    const place = {
      ...record,
      id: `${'ab'[release]}${rows.length}`,
      communeName: communes.ofCode(record.communeCode)?.name ?? '',
      latitude: record.position?.latitude ?? 0,
      longitude: record.position?.longitude ?? 0,
      isApproximate: record.position === null,
    }
    rows.push({ ...comparable(place), sourceId: externalId })
  }
  return rows
}

const words = ({ name, address, communeCode }: Comparable) => [name, address, communeCode].map(searchNameOf).join('|')

function index<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row])
  return found
}
