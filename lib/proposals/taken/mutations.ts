import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import type { AuditAction } from '@/lib/audit/actions'
import type { Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/mutations'
import { changePlaceIn } from '@/lib/places/change/mutations'
import { withValues } from '@/lib/places/history/former-values'
import { withGridValues } from '@/lib/places/service-grid'
import { type Snapshot, snapshotOf } from '@/lib/places/snapshot'
import { answerMail } from '../answer-mail'
import { withoutRewriting } from '../text-rules'

interface Taken {
  placeId: string
  version: number
  values: Snapshot
  reason: string
  /** How the trail names it, where no other line does */
  audited?: AuditAction | null
}

/**
 * Writes values that were proposed in a place. What changed of its other fields since `version` is no conflict.
 *
 * @throws ForbiddenError, VersionConflictError and UserError as `updatePlace` does
 */
export async function takeValues(
  tx: Transaction,
  user: CurrentUser,
  { placeId, version, values, reason, audited }: Taken,
) {
  return changePlaceIn(tx, user, {
    id: placeId,
    version,
    action: 'status' in values ? 'publish' : 'edit',
    reason,
    audited,
    edit: (place) => {
      const next = withValues(place, withoutRewriting(snapshotOf(place), values))
      return withGridValues(next, next.services)
    },
    concerns: (field) => field in values,
  })
}

interface Answer {
  /** What is answered, and when: once each */
  key: string
  email: string | null
  placeId: string
  outcome: string
  word: string | null
}

/** Writes to the person, where there is an address. */
export async function tell(tx: Transaction, { key, email, placeId, outcome, word }: Answer): Promise<void> {
  if (email === null) return
  const { name, status } = await tx.place.findUniqueOrThrow({
    where: { id: placeId },
    select: { name: true, status: true },
  })
  const url = status === 'PUBLISHED' ? `${env().PUBLIC_URL}/lieux/${placeId}` : null
  await queueMail(tx, answerMail({ key, to: email, placeName: name, url, outcome, word }))
}
