import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { UserError } from '@/lib/errors'
import type { FormValues } from '@/lib/form-state'
import { getPlaceForEdit } from '@/lib/places/back-office/queries'
import { editableOf, type StoredPlace } from '@/lib/places/editable-place'
import { type Change, changeBetween, snapshotOf } from '@/lib/places/snapshot'
import { listPlacesFor } from '@/lib/places/table/queries'
import { sectionValues } from '../../place-form/section-values'

/** The services of another place, to be looked at before they are saved. */
export interface Copy {
  /** What was typed to find the other place, and the places found */
  search: string
  found: readonly { id: string; name: string; communeName: string; serviceCount: number }[]
  /** The other place, and what its grid would change of this one's: nothing is saved before she does */
  from: { name: string; change: Change | null } | null
  refusal: string | null
  /** The grid with the copy in it, to be shown in the form */
  values: FormValues | null
}

const shown = 10

/** What the address asks to copy, among the places that she may read. */
export async function readCopy(
  user: CurrentUser,
  place: StoredPlace,
  { chercher, copier }: Record<string, string | string[] | undefined>,
): Promise<Copy> {
  const search = typeof chercher === 'string' ? chercher.slice(0, 200) : ''
  const { places } = search.trim() === '' ? { places: [] } : await listPlacesFor(user, { q: search })
  const found = places.filter(({ id, serviceCount }) => id !== place.id && serviceCount > 0).slice(0, shown)
  const copy: Copy = { search, found, from: null, refusal: null, values: null }
  if (typeof copier !== 'string') return copy
  try {
    const other = await getPlaceForEdit(user, copier)
    const kept = place.services.filter(({ service }) => !other.services.some((line) => line.service === service))
    const now = snapshotOf(editableOf(place))
    const next = snapshotOf({ ...editableOf(place), services: [...kept, ...other.services] })
    return {
      ...copy,
      from: { name: other.name, change: changeBetween(now, next) },
      values: sectionValues('services', next, place.commune),
    }
  } catch (error) {
    if (error instanceof UserError) return { ...copy, refusal: error.message }
    throw error
  }
}
