/**
 * Whether a request that writes comes from our own pages. Browsers send `Origin` with every POST:
 * a request without one, or from a page without an origin (`null`), is refused.
 *
 * @param origin the `Origin` header
 * @param host the `Host` header
 * @param publicUrl the address people type, which differs from the host behind a proxy
 */
export function isSameOrigin(origin: string | null, host: string | null, publicUrl: string): boolean {
  if (!origin || !URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.origin === new URL(publicUrl).origin || (/^https?:$/.test(from.protocol) && from.host === host)
}
