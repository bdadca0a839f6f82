/** Everything that the audit trail tells of, and how its page says it. */
export const auditActions = {
  'account.locked': 'Connexion bloquée après trop d’essais',
  'account.password_set': 'Mot de passe choisi',
  'invitation.accepted': 'Invitation acceptée',
  'invitation.revoked': 'Invitation annulée',
  'invitation.sent': 'Invitation envoyée',
  'membership.changed': 'Rôle changé',
  'membership.given': 'Rôle donné',
  'membership.removed': 'Rôle retiré',
  'need.changed': 'Vocabulaire modifié',
  'need.created': 'Besoin ajouté au vocabulaire',
  'need.removed': 'Besoin retiré du vocabulaire',
  'place.archived': 'Lieu archivé',
  'place.drafted': 'Lieu repassé en brouillon',
  'place.merged': 'Fiches réunies',
  'place.published': 'Lieu publié',
  'place.unmerged': 'Réunion de fiches défaite',
} as const

export type AuditAction = keyof typeof auditActions
