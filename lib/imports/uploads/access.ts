import type { CurrentUser } from '@/lib/accounts/permissions'
import { mayCreateSomewhere, territoryOf } from '@/lib/accounts/territory'

/** Whether this person may import places somewhere: an import adds and changes many. */
export const mayImport = mayCreateSomewhere

/** Whose upload it is, and where it may add and change places. */
export interface UploadScope {
  userId: string | null
  departmentCodes: readonly string[]
  isEverywhere: boolean
}

/** Whether somebody may open an upload: her own, and those whose whole territory is hers too. */
export function mayOpenUpload(user: CurrentUser, upload: UploadScope): boolean {
  if (!mayImport(user)) return false
  const { everywhere, departmentCodes } = territoryOf(user, 'create')
  if (everywhere || upload.userId === user.id) return true
  if (upload.isEverywhere || upload.departmentCodes.length === 0) return false
  return upload.departmentCodes.every((code) => departmentCodes.includes(code))
}
