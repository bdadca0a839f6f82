import type { EditablePlace } from './snapshot'

/**
 * What a citizen needs of a place and this one does not say, in words for its coordinator. Hours
 * and a phone number are not among it: for many real places they are not known, and the public
 * page says so.
 */
export function missingToPublish(
  place: Pick<EditablePlace, 'name' | 'address'> & { services: readonly unknown[] },
): string[] {
  return [
    place.name.trim() === '' ? 'un nom' : [],
    place.address.trim() === '' ? 'une adresse' : [],
    place.services.length === 0 ? 'au moins un service' : [],
  ].flat()
}
