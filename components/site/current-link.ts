/**
 * What `aria-current` says of a link of a menu: that it leads to this very page, or to what it is a part of.
 *
 * @param path of the page, perhaps with its query
 */
export function currentLink(path: string | null, href: string): 'page' | 'true' | undefined {
  const bare = (path ?? '').split('?')[0] ?? ''
  if (bare === href) return 'page'
  return bare.startsWith(`${href}/`) ? 'true' : undefined
}
