import type { ReferralFilters } from './schema'

/** The address of the board or of the inbox, narrowed so; what is as usual is left out. */
export function listAddress(path: string, { etat, a, lieu, statut, code, page }: ReferralFilters): string {
  const query = new URLSearchParams({
    ...(etat !== 'todo' && { etat }),
    ...(a !== 'tous' && { a }),
    ...(lieu && { lieu }),
    ...(statut && { statut }),
    ...(code && { code }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `${path}?${query}` : path
}
