import type { Role } from '@/prisma/client/enums'

/** What a role lets do, as a message or the audit trail says it; a hub or places follow. */
export const roleWords: Readonly<Record<Role, string>> = {
  NATIONAL_ADMIN: 'administration nationale',
  HUB_COORDINATOR: 'coordination',
  HUB_EDITOR: 'saisie',
  READER: 'lecture',
  PLACE_EDITOR: 'mise à jour de lieux',
  HELPER: 'aidant',
}
