import { type Snapshot, same } from '@/lib/places/snapshot'
import type { ReportSubject } from '@/prisma/client/enums'

/** The fields that are text, which a coordinator may put right before she takes them. */
export const textFields = [
  'name',
  'pivot',
  'parentStructure',
  'collectedBy',
  'address',
  'addressComplement',
  'phone',
  'emails',
  'websites',
  'bookingUrl',
  'accessibilityUrl',
  'openingHours',
  'summary',
  'description',
  'otherLabels',
] as const

export type TextField = (typeof textFields)[number]

/** Whether a field of a proposal is typed, and may be put right before it is taken. */
export const isTextField = (field: string): field is TextField => textFields.some((each) => each === field)

/** One value a line in a text area. */
export const lineFields: readonly string[] = ['emails', 'websites', 'otherLabels'] satisfies TextField[]

/** What a report may be about, field by field; the status is what "closed for good" comes to. */
export const reportedFields: Readonly<Record<ReportSubject, readonly string[]>> = {
  HOURS: ['openingHours'],
  CONTACT: ['phone', 'emails', 'websites'],
  ADDRESS: ['address', 'addressComplement'],
  SERVICES: [],
  CLOSED_FOR_GOOD: ['status'],
  OTHER: [],
}

type Json = Snapshot[string]

/** One field that somebody proposes to change. */
export interface ProposedField {
  field: string
  now: Json
  proposed: Json
  /** The place has changed here since it was proposed */
  hasMoved: boolean
  /** The place says so already */
  isDone: boolean
}

/**
 * The fields of a proposal beside the place of today.
 *
 * @param started the place as it was when it was proposed
 */
export function proposedFields(now: Snapshot, started: Snapshot, changes: Snapshot): ProposedField[] {
  return Object.entries(changes).map(([field, proposed]) => ({
    field,
    now: now[field] ?? null,
    proposed,
    hasMoved: !same(now[field], started[field]),
    isDone: same(now[field], proposed),
  }))
}

/** A value in a text field, as its rule reads it back. */
export function textOf(value: Json): string {
  return Array.isArray(value) ? value.join('\n') : String(value ?? '')
}
