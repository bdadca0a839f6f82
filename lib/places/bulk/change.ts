import { programmes, services } from '@/lib/open-data/vocabulary'
import type { PlaceStatus, Programme, Service } from '@/prisma/client/enums'
import type { EditablePlace } from '../snapshot'
import { statuses } from '../words'

/** One change to make to many places. */
export type BulkChange =
  | { kind: 'status'; status: PlaceStatus }
  | { kind: 'service'; service: Service; adds: boolean }
  | { kind: 'programme'; programme: Programme; adds: boolean }
  /** Whether it receives people whom helpers refer */
  | { kind: 'referrals'; takes: boolean }
  /** To somebody, or to nobody */
  | { kind: 'assign'; userId: string | null }
  | { kind: 'undo' }

/** What is written in forms and kept: `status PUBLISHED`, `service+ EMPLOYMENT`, `referrals+`, `assign 0192…`, `unassign`, `undo`. */
export function bulkChangeText(change: BulkChange): string {
  switch (change.kind) {
    case 'status':
      return `status ${change.status}`
    case 'service':
      return `service${change.adds ? '+' : '-'} ${change.service}`
    case 'programme':
      return `programme${change.adds ? '+' : '-'} ${change.programme}`
    case 'referrals':
      return `referrals${change.takes ? '+' : '-'}`
    case 'assign':
      return change.userId === null ? 'unassign' : `assign ${change.userId}`
    case 'undo':
      return 'undo'
  }
}

/** Reads such a text; undefined when it names nothing that can be done. */
export function readBulkChange(text: string): BulkChange | undefined {
  const [verb, object = ''] = text.split(' ')
  switch (verb) {
    case 'status':
      return isOneOf(statuses, object) ? { kind: 'status', status: object } : undefined
    case 'service+':
    case 'service-':
      return isOneOf(services, object) ? { kind: 'service', service: object, adds: verb.endsWith('+') } : undefined
    case 'programme+':
    case 'programme-':
      return isOneOf(programmes, object)
        ? { kind: 'programme', programme: object, adds: verb.endsWith('+') }
        : undefined
    case 'referrals+':
    case 'referrals-':
      return { kind: 'referrals', takes: verb.endsWith('+') }
    case 'assign':
      return /^[\w-]{1,64}$/.test(object) ? { kind: 'assign', userId: object } : undefined
    case 'unassign':
      return { kind: 'assign', userId: null }
    case 'undo':
      return { kind: 'undo' }
    default:
      return undefined
  }
}

function isOneOf<Code extends string>(table: Readonly<Record<Code, string>>, text: string): text is Code {
  return Object.hasOwn(table, text)
}

/** A change that is one of the place itself, and so a version of it. */
export type ContentChange = Exclude<BulkChange, { kind: 'assign' | 'undo' }>

/** The place once changed; the same when it said so already. */
export function withBulkChange(place: EditablePlace, change: ContentChange): EditablePlace {
  switch (change.kind) {
    case 'status':
      return { ...place, status: change.status }
    case 'service': {
      const others = place.services.filter(({ service }) => service !== change.service)
      if (!change.adds) return { ...place, services: others }
      return others.length < place.services.length
        ? place
        : { ...place, services: [...others, { service: change.service, ...asThePlaceSays }] }
    }
    case 'programme': {
      const others = place.programmes.filter((programme) => programme !== change.programme)
      return { ...place, programmes: change.adds ? [...others, change.programme] : others }
    }
    case 'referrals':
      return { ...place, takesReferrals: change.takes }
  }
}

/** A line of the grid that says nothing of its own. */
const asThePlaceSays = { supportModes: [], fees: [], audiences: [], levels: [], bookingUrl: null, note: null }
