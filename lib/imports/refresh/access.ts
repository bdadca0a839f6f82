import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { mayImport } from '../uploads/access'

/** Whose a source's refresh is: nobody's yet, or somebody's of these hubs. */
export interface RefreshOwner {
  refreshUserId: string | null
  hubIds: readonly string[]
}

/**
 * Whether somebody may say when a source is read again: one that nobody has taken on, her own, and those of her
 * hub. What is read then changes only what the person who asked for it may.
 */
export function mayRefresh(user: CurrentUser, { refreshUserId, hubIds }: RefreshOwner): boolean {
  if (!mayImport(user)) return false
  if (refreshUserId === null || refreshUserId === user.id || territoryOf(user, 'create').everywhere) return true
  return user.memberships.some(
    ({ hubId, role }) => hubId !== null && role === 'HUB_COORDINATOR' && hubIds.includes(hubId),
  )
}
