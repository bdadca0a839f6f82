import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import type { PlaceStatus, Programme, Service } from '@/prisma/client/enums'
import { missingToPublish } from '../publication'
import type { BulkChange } from './change'

/** What a bulk edit needs to know of a place to say what it would become. */
export interface JudgedPlace {
  id: string
  departmentCode: string
  status: PlaceStatus
  name: string
  address: string
  services: Service[]
  programmes: Programme[]
  takesReferrals: boolean | null
  assigneeId: string | null
  /** It went into another place */
  isMerged: boolean
}

export type Judgement = { outcome: 'CHANGED' | 'SAME' } | { outcome: 'REFUSED'; note: string }

const refused = (note: string): Judgement => ({ outcome: 'REFUSED', note })
const changed = (isSo: boolean): Judgement => ({ outcome: isSo ? 'SAME' : 'CHANGED' })

/**
 * What a change would make of a place, and why it cannot, in words for the person.
 *
 * @param assignee whom places are given to, where the change says so
 */
export function judgeBulkChange(
  user: CurrentUser,
  change: Exclude<BulkChange, { kind: 'undo' }>,
  place: JudgedPlace,
  assignee: CurrentUser | null = null,
): Judgement {
  if (!mayOnPlace(user, change.kind === 'status' ? 'publish' : 'edit', place)) return refused('hors de vos droits')
  switch (change.kind) {
    case 'assign':
      if (assignee && !mayOnPlace(assignee, 'edit', place)) return refused(`hors des droits de ${assignee.name}`)
      return changed(place.assigneeId === change.userId)
    case 'status': {
      if (place.status === change.status) return changed(true)
      if (change.status !== 'PUBLISHED') return changed(false)
      if (place.isMerged) return refused('réuni avec un autre lieu')
      const missing = missingToPublish(place)
      return missing.length > 0 ? refused(`il manque ${missing.join(', ')}`) : changed(false)
    }
    case 'service': {
      const isLast = place.services.length === 1 && place.services[0] === change.service
      if (!change.adds && isLast && place.status === 'PUBLISHED') return refused('publié avec ce seul service')
      return changed(place.services.includes(change.service) === change.adds)
    }
    case 'programme':
      return changed(place.programmes.includes(change.programme) === change.adds)
    case 'referrals':
      return changed(place.takesReferrals === change.takes)
  }
}
