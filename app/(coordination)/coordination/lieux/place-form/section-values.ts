import 'server-only'
import type { FormValues } from '@/lib/form-state'
import { hoursFormValues } from '@/lib/hours/week-editor/form'
import { readWeek } from '@/lib/hours/week-editor/read'
import { placeFormValues } from '@/lib/places/form-values'
import { isOfSection, type Section } from '@/lib/places/sections'
import type { Snapshot } from '@/lib/places/snapshot'

/** A section of a place in the fields of its form. */
export function sectionValues(
  section: Section,
  place: Snapshot,
  commune: { name: string; departmentCode: string },
): FormValues {
  if (section === 'hours') {
    const hours = place.openingHours as string | null
    return hoursFormValues(hours, hours === null ? null : readWeek(hours, commune.departmentCode))
  }
  const own = (name: string) => isOfSection(section, name === 'commune' ? 'communeCode' : name.replace(/\[\]$/, ''))
  return Object.fromEntries(Object.entries(placeFormValues(place, commune.name)).filter(([name]) => own(name)))
}
