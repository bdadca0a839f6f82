/** How long the link that sets a password works, in milliseconds. */
export const passwordLinkLifetime = 24 * 60 * 60 * 1000

/** Under what name the database keeps a link: the hash of its token, never the token. */
export function passwordLinkIdentifier(hash: string): string {
  return `set-password:${hash}`
}
