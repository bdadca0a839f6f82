import 'server-only'
import type { Transaction } from '@/lib/db'
import { findOwn, insertPlaces, nextPlaceIds } from '../apply/mutations'
import type { PlaceToWrite } from '../apply/place-rows'
import { locateAll } from '../locate'
import { newPlace } from '../next-place'
import { isOwnId } from '../own-id'
import { departmentOf, mayAdd, type Run } from '../run'
import { count, outOfTerritory, refuse, tell } from '../telling'
import type { Unit } from '../units'
import { authorOf, toWrite } from '../writing'

/**
 * Adds the places that are not there yet, and says where they stand.
 *
 * @param placeIds gets the ids of the new places
 * @returns those that were added
 */
export async function addPlaces(
  tx: Transaction,
  run: Run,
  units: readonly Unit[],
  placeIds: Map<Unit, string>,
): Promise<Unit[]> {
  const own = await findOwn(tx, units.map(({ externalId }) => externalId).filter(isOwnId))
  const positions = await locateAll(
    units.map(({ row }) => row),
    run.communes,
  )
  const places: PlaceToWrite[] = []
  const taken: Unit[] = []
  const ids = run.id === null ? [] : await nextPlaceIds(tx, units.length)
  for (const [index, unit] of units.entries()) {
    const position = positions[index] ?? null
    const { record, recordDate } = unit.row
    if (own.has(unit.externalId)) {
      const reason = 'Cette fiche vient d’ici : laissée telle quelle'
      count(run, unit, 'unchanged', { placeId: unit.externalId, reason })
      tell(run, unit, 'kept', reason)
    } else if (!mayAdd(run, departmentOf(run, record.communeCode))) {
      refuse(run, unit, outOfTerritory)
    } else if (!position) {
      refuse(run, unit, 'Aucune position : ni coordonnées, ni adresse connue, ni centre de la commune')
    } else {
      const id = ids[index]
      count(run, unit, 'added', { placeId: id ?? null, position })
      if (!record.position) tell(run, unit, 'repaired', `Position absente : ${words[position.precision]}`)
      if (id === undefined) continue
      placeIds.set(unit, id)
      taken.push(unit)
      places.push(toWrite(run, id, newPlace(record, position), recordDate ?? run.today))
    }
  }
  if (run.id !== null) await insertPlaces(tx, authorOf(run, run.id), places)
  return taken
}

const words = {
  SURVEYED: 'relevée sur place',
  ADDRESS: 'trouvée par l’adresse',
  STREET: 'approchée par la rue',
  COMMUNE: 'approchée par la commune',
  POSTCODE: 'approchée par le code postal',
}
