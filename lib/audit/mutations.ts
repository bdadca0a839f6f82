import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import type { Transaction } from '@/lib/db'
import type { AuditAction } from './actions'

/** One thing that somebody did. */
export interface Audited {
  /** Null for what the product does by itself */
  user: Pick<CurrentUser, 'id' | 'email'> | null
  action: AuditAction
  /** What it was done to: `place adp-12`, `user 0192…` */
  subject: string
  /** Where, so that those who follow a hub or a département can be told */
  hubId?: string
  departmentCode?: string
  /** What a reader needs to understand it; no secret, and no more personal data than that */
  details?: Record<string, string | number | boolean | null | string[]>
}

/** Writes the line of the audit trail in the transaction of what it tells of. */
export async function audit(tx: Transaction, { user, details = {}, ...entry }: Audited): Promise<void> {
  await tx.auditEntry.create({ data: { ...entry, details, userId: user?.id ?? null, actor: user?.email ?? null } })
}
