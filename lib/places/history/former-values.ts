import type { EditablePlace, Snapshot } from '../snapshot'
import { type Change, same, snapshotOf } from '../snapshot'

/**
 * A place with the values of a snapshot. Fields that a place no longer has are left out; a service that
 * the snapshot says to be null is taken away, one that it does not name stays.
 */
export function withValues(place: EditablePlace, values: Snapshot): EditablePlace {
  const next: Record<string, unknown> = { ...place }
  let services = place.services
  for (const [field, value] of Object.entries(values)) {
    if (field.startsWith('services.')) {
      const service = field.slice('services.'.length)
      services = services.filter((line) => line.service !== service)
      if (value) services = [...services, { service, ...(value as object) } as (typeof services)[number]]
    } else if (field in place && field !== 'services') next[field] = value
  }
  return { ...next, services } as EditablePlace
}

/** One change undone: what it changed and nobody changed since becomes what it was. `left` names the rest. */
export function withoutChange(place: EditablePlace, change: Change): { place: EditablePlace; left: string[] } {
  const now = snapshotOf(place)
  const fields = Object.keys(change.before)
  const left = fields.filter((field) => !same(now[field], change.after[field]))
  const values = fields.filter((field) => !left.includes(field)).map((field) => [field, change.before[field] ?? null])
  return { place: withValues(place, Object.fromEntries(values)), left }
}
