import 'server-only'
import type { Transaction } from '@/lib/db'
import { type Change, changeBetween, snapshotOf } from '@/lib/places/snapshot'
import {
  findKnown,
  findOwn,
  insertPlaces,
  keepRecords,
  lockPlaces,
  nextPlaceIds,
  updatePlaces,
} from '../apply/mutations'
import type { PlaceToWrite } from '../apply/place-rows'
import { compare, type RecordField } from '../comparison'
import { locateAll } from '../locate'
import { changesPosition, newPlace, nextPlace } from '../next-place'
import type { Run } from '../run'
import { type GroupedRow, stagedAmong } from '../stage/mutations'
import { isDuplicate, type KnownSource, sourceKey, type Unit, unitsOf } from '../units'

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
  const firsts = [...known.values()].flatMap(({ source, record }) =>
    isDuplicate(record) ? [{ source, externalId: record.duplicateOf }] : [],
  )
  remember(await findKnown(tx, firsts))
  const inFile = await stagedAmong(tx, firsts)
  const units = groups.flatMap((group) => {
    const own = unitsOf(group, known, (key) => inFile.has(key))
    tellDuplicates(run, group, own)
    return own
  })
  for (const wave of wavesOf(units)) await applyUnits(tx, run, wave)
}

function tellDuplicates(run: Run, group: readonly GroupedRow[], units: readonly Unit[]): void {
  const [leader] = group
  for (const { line, externalId } of group.filter((row) => !units.some((unit) => unit.row === row))) {
    run.counts.duplicates += 1
    const reason = `Même lieu que la ligne ${leader?.line} (nom, adresse et commune) : une seule fiche, les deux identifiants y mènent`
    run.entries.add({ line, id: externalId, kind: 'duplicate', reason })
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
    if (unit.known) placeIds.set(unit, unit.known.placeId)
    if (comparison.kind === 'new') added.push(unit)
    else if (comparison.kind === 'changed') changed.push({ unit, ...comparison })
    else {
      run.counts.unchanged += 1
      if (comparison.kind === 'older')
        tell(run, unit, 'older', `Plus ancien que la version du ${unit.known?.recordDate} : non repris`)
    }
  }
  await addPlaces(tx, run, added, placeIds)
  await changePlaces(tx, run, changed)
  await keep(tx, run, placeIds, new Set([...added, ...changed.map(({ unit }) => unit)]))
}

async function addPlaces(
  tx: Transaction,
  run: Run,
  units: readonly Unit[],
  placeIds: Map<Unit, string>,
): Promise<void> {
  const own = await findOwn(
    tx,
    units.map(({ externalId }) => externalId).filter((id) => /^adp-[1-9]\d*$/.test(id)),
  )
  const positions = await locateAll(
    units.map(({ row }) => row.record),
    run.communes,
  )
  const places: PlaceToWrite[] = []
  const ids = run.id === null ? [] : await nextPlaceIds(tx, units.length)
  for (const [index, unit] of units.entries()) {
    const position = positions[index] ?? null
    if (own.has(unit.externalId)) {
      run.counts.unchanged += 1
      tell(run, unit, 'kept', 'Cette fiche vient d’ici : laissée telle quelle')
    } else if (!position) {
      run.counts.refused += 1
      tell(run, unit, 'refused', 'Aucune position : ni coordonnées, ni adresse connue, ni centre de la commune')
    } else {
      run.counts.added += 1
      if (!unit.row.record.position) tell(run, unit, 'repaired', `Position absente : ${words[position.precision]}`)
      const id = ids[index]
      if (id === undefined) continue
      placeIds.set(unit, id)
      places.push(toWrite(run, unit, id, newPlace(unit.row.record, position), unit.row.recordDate ?? run.today))
    }
  }
  if (run.id !== null) await insertPlaces(tx, run.id, places)
}

const words = {
  SURVEYED: 'relevée sur place',
  ADDRESS: 'trouvée par l’adresse',
  STREET: 'approchée par la rue',
  COMMUNE: 'approchée par la commune',
  POSTCODE: 'approchée par le code postal',
}

interface Changed {
  unit: Unit
  fields: RecordField[]
  isNewer: boolean
}

async function changePlaces(tx: Transaction, run: Run, changed: readonly Changed[]): Promise<void> {
  const locked = await lockPlaces(
    tx,
    changed.flatMap(({ unit }) => unit.known?.placeId ?? []),
  )
  const moved = changed.filter(({ unit, fields }) => changesPosition(fields, unit.row.record))
  const positions = await locateAll(
    moved.map(({ unit }) => unit.row.record),
    run.communes,
  )
  const places: PlaceToWrite[] = []
  const changes = new Map<string, Change>()
  for (const item of changed) {
    const { unit, fields, isNewer } = item
    const current = locked.get(unit.known?.placeId ?? '')
    if (!current || !unit.known) continue
    const { record } = unit.row
    const { place, kept } = nextPlace(
      current.place,
      record,
      fields,
      current.corrected,
      positions[moved.indexOf(item)] ?? null,
    )
    for (const field of kept) tell(run, unit, 'kept', 'Corrigé ici par une personne : la correction est gardée', field)
    const change = changeBetween(snapshotOf(current.place), snapshotOf(place))
    const recordDate = unit.row.recordDate ?? (change ? run.today : current.recordDate)
    if (!change && !isNewer) {
      run.counts.unchanged += 1
      continue
    }
    run.counts.updated += 1
    if (change) changes.set(unit.known.placeId, change)
    const [latest = recordDate] = [recordDate, current.recordDate].sort().reverse()
    places.push(toWrite(run, unit, unit.known.placeId, place, latest))
  }
  if (run.id !== null) await updatePlaces(tx, run.id, places, changes)
}

function toWrite(run: Run, unit: Unit, id: string, place: PlaceToWrite['place'], recordDate: string): PlaceToWrite {
  const departmentCode =
    run.communes.ofCode(place.communeCode)?.departmentCode ?? unit.row.record.communeCode.slice(0, 2)
  return { id, place, departmentCode, recordDate }
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
  await keepRecords(tx, run.id, records)
}

function tell(
  run: Run,
  { row, externalId }: Unit,
  kind: 'older' | 'kept' | 'repaired' | 'refused',
  reason: string,
  field?: string,
): void {
  run.entries.add({ line: row.line, id: externalId, kind, reason, ...(field ? { field } : {}) })
}
