import { addDays } from '@/lib/hours/closure'
import type { ConfirmationOutcome, PlaceStatus } from '@/prisma/client/enums'
import { linkDays } from './delays'

interface LinkedRequest {
  outcome: ConfirmationOutcome | null
  lastMessageOn: Date | null
  heldOn: Date | null
}

/** Whether a link may still answer: not used, nobody else did, not too old, and about a listing that citizens see or that waits for just this. */
export function isLinkAlive(
  { outcome, lastMessageOn, heldOn }: LinkedRequest,
  status: PlaceStatus,
  now: Date,
): boolean {
  if (outcome !== null || lastMessageOn === null) return false
  const isThere = status === 'PUBLISHED' || (status === 'DRAFT' && heldOn !== null)
  const lastDay = addDays(lastMessageOn.toISOString().slice(0, 10), linkDays)
  return isThere && now.toISOString().slice(0, 10) <= lastDay
}
