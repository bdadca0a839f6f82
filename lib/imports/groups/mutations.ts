import 'server-only'
import type { Transaction } from '@/lib/db'
import { addPlaces } from '../adding/mutations'
import { findKnown, keepFormerRecords, keepRecords, readPlaces } from '../apply/mutations'
import { type Changed, changePlaces } from '../changing/mutations'
import { compare } from '../comparison'
import { knownOfMatch } from '../matches'
import { isOwnId } from '../own-id'
import { departmentOf, mayChange, type Run } from '../run'
import { type GroupedRow, stagedAmong } from '../stage/mutations'
import { count, nothingMore, outOfTerritory, refuse, tell } from '../telling'
import { isDuplicate, type KnownSource, sourceKey, type Unit, unitsOf } from '../units'
import { withUnsaid } from '../unsaid'

/** Brings places up to date with groups of rows that are one place each. */
export async function applyGroups(
  tx: Transaction,
  run: Run,
  groups: readonly (readonly GroupedRow[])[],
): Promise<void> {
  const known = new Map<string, KnownSource>()
  const remember = (found: KnownSource[]) => {
    for (const one of found) known.set(sourceKey(one), one)
  }
  remember(await findKnown(tx, groups.flat()))
  for (const match of await findMatches(tx, run, groups.flat(), known)) known.set(sourceKey(match), match)
  const firsts = [...known.values()].flatMap(({ source, record }) =>
    isDuplicate(record) ? [{ source, externalId: record.duplicateOf }] : [],
  )
  remember(await findKnown(tx, firsts))
  const inFile = await stagedAmong(tx, firsts)
  const units = groups.flatMap((group) => {
    const own = unitsOf(group, known, (key) => inFile.has(key))
    tellDuplicates(run, group, own)
    return own.map((unit) => withUnsaid(unit, run.unsaid ?? []))
  })
  for (const wave of wavesOf(units)) await applyUnits(tx, run, wave)
}

/** The places that a person said rows to be, or that rows name by our own ids, where nothing is known of their ids. */
async function findMatches(
  tx: Transaction,
  run: Run,
  rows: readonly GroupedRow[],
  known: ReadonlyMap<string, KnownSource>,
): Promise<KnownSource[]> {
  const matched = rows.flatMap((row) => {
    const placeId = row.matchId ?? (run.isReviewed && isOwnId(row.externalId) ? row.externalId : null)
    return placeId && !known.has(sourceKey(row)) ? [{ row, placeId }] : []
  })
  const places = await readPlaces(
    tx,
    matched.map(({ placeId }) => placeId),
  )
  return matched.flatMap(({ row, placeId }) => {
    const found = places.get(placeId)
    if (!found || found.place.status === 'ARCHIVED') return []
    return [knownOfMatch(row, placeId, found, departmentOf(run, found.place.communeCode))]
  })
}

function tellDuplicates(run: Run, group: readonly GroupedRow[], units: readonly Unit[]): void {
  const [leader] = group
  for (const { row, line, externalId } of group.filter((row) => !units.some((unit) => unit.row === row))) {
    run.counts.duplicates += 1
    const reason = `Même lieu que la ligne ${leader?.line} (nom, adresse et commune) : une seule fiche, les deux identifiants y mènent`
    run.entries.add({ line, id: externalId, kind: 'duplicate', reason })
    run.onFate?.({ row, kind: 'duplicate', placeId: null, ...nothingMore, reason })
  }
}

/** Units of one place, once two of its sources' ids have been merged, follow one another. */
function wavesOf(units: readonly Unit[]): Unit[][] {
  const waves: { places: Set<string>; units: Unit[] }[] = []
  for (const unit of units) {
    const place = unit.known?.placeId
    const wave = waves.find(({ places }) => place === undefined || !places.has(place))
    if (wave) wave.units.push(unit)
    else waves.push({ places: new Set(), units: [unit] })
    if (place !== undefined) (wave ?? waves.at(-1))?.places.add(place)
  }
  return waves.map((wave) => wave.units)
}

async function applyUnits(tx: Transaction, run: Run, units: readonly Unit[]): Promise<void> {
  const added: Unit[] = []
  const changed: Changed[] = []
  const placeIds = new Map<Unit, string>()
  for (const unit of units) {
    const comparison = compare(unit)
    const { known, row } = unit
    if (known && !mayChange(run, known.placeId, known.departmentCode, departmentOf(run, row.record.communeCode))) {
      refuse(run, unit, outOfTerritory)
      continue
    }
    if (known) placeIds.set(unit, known.placeId)
    if (comparison.kind === 'new') added.push(unit)
    else if (comparison.kind === 'changed') changed.push({ unit, ...comparison })
    else {
      const reason =
        comparison.kind === 'older' ? `Plus ancien que la version du ${known?.recordDate} : non repris` : null
      count(run, unit, 'unchanged', { reason })
      if (reason !== null) tell(run, unit, 'older', reason)
    }
  }
  const isNew = new Set(await addPlaces(tx, run, added, placeIds))
  const isChanged = new Set(await changePlaces(tx, run, changed, placeIds))
  const written = [...placeIds.keys()].filter(
    (unit) => isNew.has(unit) || isChanged.has(unit) || unit.known?.isMatch === true,
  )
  await keep(tx, run, placeIds, new Set(written))
}

/** Remembers the records that changed, and every id that leads to a place. */
async function keep(
  tx: Transaction,
  run: Run,
  placeIds: ReadonlyMap<Unit, string>,
  written: ReadonlySet<Unit>,
): Promise<void> {
  if (run.id === null) return
  const records = [...placeIds].flatMap(([unit, placeId]) => {
    const { source, record, recordDate } = unit.row
    const sourceId = run.sourceIds.get(source) ?? ''
    const other = { sourceId, placeId, record: { duplicateOf: unit.externalId }, recordDate: null }
    const others = unit.otherIds.map((externalId) => ({ ...other, externalId }))
    return written.has(unit)
      ? [{ sourceId, placeId, externalId: unit.externalId, record, recordDate }, ...others]
      : others
  })
  if (run.isReviewed) await keepFormerRecords(tx, run.id, records)
  await keepRecords(tx, run.id, records)
}
