/** The header, of ours and never believed from outside, that carries the address to pages and actions. */
export const clientAddressHeader = 'x-client-address'

/**
 * The address a request comes from. Anybody can write an `X-Forwarded-For` header, so only what
 * the proxies in front of this server added is believed: each adds, on the right, the address it
 * was called from.
 *
 * @param socketAddress who holds the connection to this server
 * @param forwardedFor the `X-Forwarded-For` header
 * @param trustedProxies how many proxies stand in front (`TRUSTED_PROXIES`)
 * @returns the address, or null when it cannot be known
 */
export function clientAddress(
  socketAddress: string | null,
  forwardedFor: string | null,
  trustedProxies: number,
): string | null {
  const forwarded = (forwardedFor ?? '').split(',').map((address) => address.trim())
  const chain = [...forwarded.filter(Boolean), socketAddress]
  return chain.at(-1 - trustedProxies) ?? null
}
