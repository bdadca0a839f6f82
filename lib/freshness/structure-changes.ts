import { readDayHours } from '@/lib/open-data/day-hours'
import { weekDays } from '@/lib/open-data/week-hours'
import { withValues } from '@/lib/places/history/former-values'
import { changeBetween, type EditablePlace, type Snapshot, snapshotOf } from '@/lib/places/snapshot'
import { withoutRewriting } from '@/lib/proposals/text-rules'
import type { StructureProposal } from './schema'
import { hoursOfWeek, weekCells } from './week-cells'

const offered = { supportModes: [], fees: [], audiences: [], levels: [], bookingUrl: null, note: null }

/**
 * What a structure would have changed of its listing, as fields of a snapshot: none when it only sent back what it
 * was shown.
 */
export function structureChanges(
  place: EditablePlace,
  departmentCode: string,
  { phone, emails, websites, address, hours, services, isClosed }: StructureProposal,
  at: Date,
): Snapshot {
  const had = place.services.map(({ service }) => service)
  const changed = withValues(place, {
    ...withoutRewriting(snapshotOf(place), { phone, emails, websites, address }),
    openingHours: proposedHours(hours, place.openingHours, departmentCode, at),
    ...Object.fromEntries(services.filter((each) => !had.includes(each)).map((each) => [`services.${each}`, offered])),
    ...Object.fromEntries(had.filter((each) => !services.includes(each)).map((each) => [`services.${each}`, null])),
    ...(isClosed && { status: 'ARCHIVED' }),
  })
  return changeBetween(snapshotOf(place), snapshotOf(changed))?.after ?? {}
}

/** The hours as they were where the cells say the same, or nothing. */
function proposedHours(hours: StructureProposal['hours'], former: string | null, departmentCode: string, at: Date) {
  const shown = former === null ? null : weekCells(former, departmentCode, at)
  const asShown = (day: (typeof weekDays)[number]) => (shown ? readDayHours(shown[day]).osm : null)
  if (weekDays.every((day) => (hours[day] ?? null) === asShown(day))) return former
  return hoursOfWeek(hours, former)
}
