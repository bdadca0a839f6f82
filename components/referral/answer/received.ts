import type { Move } from '@/lib/referrals/state-machine'
import type { Level, ReferralAction, ReferralSide, ReferralStatus, Service, SupportMode } from '@/prisma/client/enums'

/** A referral as its place reads it; nothing of it says who the person is. */
export interface Received {
  id: string
  version: number
  code: string
  status: ReferralStatus
  acts: ReferralSide | null
  dueAt: Date | null
  services: readonly Service[]
  supportMode: SupportMode | null
  level: Level | null
  /** A day */
  neededBy: Date | null
  need: { need: string | null; constraints: string | null } | null
  createdAt: Date
  closedAt: Date | null
  /** Its code is then another than the paper's, and is not shown */
  erasedAt: Date | null
  appointmentAt: Date | null
  /** In minutes */
  appointmentLength: number | null
  organisation: { name: string }
  helper: { name: string } | null
  place: { name: string; commune: { name: string; departmentCode: string } }
  redirectedTo: { place: { name: string } } | null
  hasPerson: boolean
  mayReadPerson: boolean
  moves: readonly Move[]
  events: readonly {
    id: string
    at: Date
    action: ReferralAction
    side: ReferralSide
    words: string | null
    user: { name: string } | null
  }[]
}
