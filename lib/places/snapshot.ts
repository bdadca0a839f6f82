import type { PlaceStatus } from '@/prisma/client/enums'
import type { PlaceInput } from './schema'
import type { Terms } from './terms'

/** What a person may change of a place. */
export type EditablePlace = Omit<PlaceInput, keyof Terms> & Terms & { status: PlaceStatus }

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A place as its history tells it: a value a field, a line of the grid being a field (`services.EMPLOYMENT`). */
export type Snapshot = Readonly<Record<string, Json>>

/** The fields that differ, as they were and as they became; a line of the grid that is not there is null. */
export interface Change {
  before: Snapshot
  after: Snapshot
}

/** The order of these lists means nothing: sources and forms write them in different ones. */
const unordered = new Set([
  'typologies',
  'itinerancy',
  'audiences',
  'specialCare',
  'fees',
  'programmes',
  'labels',
  'accessModes',
  'supportModes',
  'levels',
])

function sorted(fields: object): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, unordered.has(name) ? [...value].sort() : value]),
  )
}

/** The fields of a place, comparable one by one. */
export function snapshotOf({ services, ...fields }: EditablePlace): Snapshot {
  const lines = services.map(({ service, ...line }) => [`services.${service}`, sorted(line)] as const)
  return { ...sorted(fields), ...Object.fromEntries(lines) }
}

/** What changed from one snapshot to another; null when nothing did. */
export function changeBetween(from: Snapshot, to: Snapshot): Change | null {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (field) => !same(from[field], to[field]),
  )
  if (fields.length === 0) return null
  const only = (snapshot: Snapshot) => Object.fromEntries(fields.map((field) => [field, snapshot[field] ?? null]))
  return { before: only(from), after: only(to) }
}

/**
 * How a place was before changes, the latest first. That it was confirmed, and what happened to its closures and its
 * workshops, is in its history, and is no field of it.
 */
export function rewind(current: Snapshot, changes: readonly Pick<Change, 'before'>[]): Snapshot {
  const former = Object.assign({}, current, ...changes.map(({ before }) => before))
  const { verifiedAt: _, closures: _closures, workshops: _workshops, ...fields } = former
  return fields
}

/** The columns behind changed fields: what an import must not overwrite any more. */
export function correctedFields(change: Change): string[] {
  const fields = Object.keys(change.after).map((field) => (field.startsWith('services.') ? 'services' : field))
  const position = ['latitude', 'longitude', 'precision']
  return [...new Set(fields.some((field) => position.includes(field)) ? [...fields, ...position] : fields)].sort()
}

/** Equal values, whatever the order in which the database keeps an object's keys. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
  return canonical(one ?? null) === canonical(other ?? null)
}

function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`
}
