import 'server-only'
import type { Transaction } from '@/lib/db'
import { type Change, changeBetween, snapshotOf } from '@/lib/places/snapshot'
import { lockPlaces, readPlaces, updatePlaces } from '../apply/mutations'
import type { PlaceToWrite } from '../apply/place-rows'
import type { RecordField } from '../comparison'
import { locateAll } from '../locate'
import { changesPosition, nextPlace } from '../next-place'
import { proposeChanges } from '../proposals/mutations'
import { type FileSuggestion, suggestionOf } from '../proposals/suggestion'
import { departmentOf, mayChange, type Run } from '../run'
import { count, outOfTerritory, refuse, tell } from '../telling'
import type { Unit } from '../units'
import { authorOf, toWrite } from '../writing'

/** A unit that says something else of its place than before. */
export interface Changed {
  unit: Unit
  fields: RecordField[]
  isNewer: boolean
}

/**
 * Changes places that are there, where the person may and nobody corrected them.
 *
 * @param placeIds loses those that she may no longer change
 * @returns those whose record is to be remembered
 */
export async function changePlaces(
  tx: Transaction,
  run: Run,
  changed: readonly Changed[],
  placeIds: Map<Unit, string>,
): Promise<Unit[]> {
  const read = run.id === null ? readPlaces : lockPlaces
  const current = await read(
    tx,
    changed.flatMap(({ unit }) => unit.known?.placeId ?? []),
  )
  const moved = changed.filter(({ unit, fields }) => changesPosition(fields, unit.row.record))
  const positions = await locateAll(
    moved.map(({ unit }) => unit.row),
    run.communes,
  )
  const places: PlaceToWrite[] = []
  const changes = new Map<string, Change>()
  const suggestions: FileSuggestion[] = []
  const taken: Unit[] = []
  for (const item of changed) {
    const { unit, fields, isNewer } = item
    const found = current.get(unit.known?.placeId ?? '')
    if (!found || !unit.known) continue
    const { placeId } = unit.known
    const { record } = unit.row
    const position = positions[moved.indexOf(item)] ?? null
    const { place, kept } = nextPlace(found.place, record, fields, found.corrected, position)
    const [from, to] = [departmentOf(run, found.place.communeCode), departmentOf(run, place.communeCode)]
    if (!mayChange(run, placeId, from, to)) {
      placeIds.delete(unit)
      refuse(run, unit, outOfTerritory)
      continue
    }
    taken.push(unit)
    for (const field of kept) tell(run, unit, 'kept', 'Corrigé ici par une personne : devient une suggestion', field)
    const change = changeBetween(snapshotOf(found.place), snapshotOf(place))
    const suggested = suggestionOf(place, record, kept, position)
    const version = found.version + (change ? 1 : 0)
    suggestions.push({ placeId, source: unit.row.source, version, place: snapshotOf(place), fields, suggested })
    const recordDate = unit.row.recordDate ?? (change ? run.today : found.recordDate)
    const isSame = !change && !isNewer
    const reason = suggested ? 'Corrigé ici par une personne : devient une suggestion' : null
    count(run, unit, isSame ? 'unchanged' : 'updated', { change, suggested, reason })
    if (isSame) continue
    if (change) changes.set(placeId, change)
    const [latest = recordDate] = [recordDate, found.recordDate].sort().reverse()
    places.push(toWrite(run, placeId, place, latest))
  }
  if (run.id !== null) {
    await updatePlaces(tx, authorOf(run, run.id), places, changes)
    await proposeChanges(tx, run.id, suggestions)
  }
  return taken
}
