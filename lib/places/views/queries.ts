import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'

/** A search that somebody keeps; `query` is what follows `?`. */
export interface View {
  id: string
  name: string
  query: string
}

/** One's own views, the first kept first. */
export function listViews(user: CurrentUser): Promise<View[]> {
  return db.savedView.findMany({
    where: { userId: user.id },
    select: { id: true, name: true, query: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}
