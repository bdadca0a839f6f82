import type { Role } from '@/prisma/client/enums'

/** What a role is tied to; a check of the database holds the same rule. */
export type RoleScope = 'everywhere' | 'hub' | 'place' | 'organisation'

export const roleScopes: Readonly<Record<Role, RoleScope>> = {
  NATIONAL_ADMIN: 'everywhere',
  HUB_COORDINATOR: 'hub',
  HUB_EDITOR: 'hub',
  READER: 'hub',
  PLACE_EDITOR: 'place',
  HELPER: 'organisation',
}

/** `HUB_COORDINATOR` → `hub-coordinator`: how a role is written on a command line. */
export function roleName(role: Role): string {
  return role.toLowerCase().replaceAll('_', '-')
}

/** Reads a role's name; undefined when there is no such role. */
export function roleOf(name: string): Role | undefined {
  return (Object.keys(roleScopes) as Role[]).find((role) => roleName(role) === name)
}
