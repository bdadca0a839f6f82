import { z } from 'zod'
import { calendarDay } from '@/lib/places/fields'
import { isSafe } from '@/lib/privacy/safe-text'
import { type AuditAction, auditActions } from './actions'

const text = z
  .string()
  .transform((value) =>
    value
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200),
  )
  .refine(isSafe)
  .catch('')
const day = calendarDay().optional().catch(undefined)

/** What the audit trail is searched by, as its address says it; what makes no sense filters nothing. */
export const auditSearch = z.object({
  /** An e-mail, or words of a name */
  qui: text.default(''),
  action: z
    .enum(Object.keys(auditActions) as [AuditAction, ...AuditAction[]])
    .optional()
    .catch(undefined),
  /** The number of a place, or the e-mail of somebody */
  sujet: text.default(''),
  /** Days of Paris, both included */
  du: day,
  au: day,
  /** The entry after which the page begins */
  apres: z.uuid().optional().catch(undefined),
})

export type AuditSearch = z.output<typeof auditSearch>
