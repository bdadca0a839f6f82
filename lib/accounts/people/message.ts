import type { Role } from '@/prisma/client/enums'
import { roleWords } from '../role-words'

/**
 * Tells somebody that a role was taken back from her.
 *
 * @param where the hub, or the organisation of a helper
 */
export function removedMessage({ role, where, by }: { role: Role; where: string | null; by: string }): {
  subject: string
  text: string
} {
  return {
    subject: 'Votre rôle sur À deux pas a été retiré',
    text: `Bonjour,

${by} a retiré votre rôle sur À deux pas\u00a0: ${roleWords[role]}${where === null ? '' : `, ${where}`}.
Vous ne voyez plus ce qu’il donnait à voir. Vos autres rôles ne changent pas.

Si c’est une erreur, parlez-en à cette personne\u00a0: elle peut vous inviter de nouveau.
`,
  }
}
