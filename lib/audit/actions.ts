/** Everything that the audit trail tells of, and how its page says it. */
export const auditActions = {
  'place.published': 'Lieu publié',
  'place.archived': 'Lieu archivé',
  'place.drafted': 'Lieu repassé en brouillon',
} as const

export type AuditAction = keyof typeof auditActions
