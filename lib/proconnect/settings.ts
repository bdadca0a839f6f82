import { env } from '@/lib/env'

/** How this site is known to ProConnect. */
export interface ProConnectSettings {
  issuer: URL
  clientId: string
  clientSecret: string
  /** Where ProConnect leads back after signing in, and after signing out: both are declared to it */
  redirectUri: string
  signedOutUri: string
}

/** @returns null where ProConnect is not switched on */
export function proConnectSettings(): ProConnectSettings | null {
  const { PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID, PROCONNECT_CLIENT_SECRET, PUBLIC_URL } = env()
  if (!PROCONNECT_ISSUER || !PROCONNECT_CLIENT_ID || !PROCONNECT_CLIENT_SECRET) return null
  return {
    issuer: new URL(PROCONNECT_ISSUER),
    clientId: PROCONNECT_CLIENT_ID,
    clientSecret: PROCONNECT_CLIENT_SECRET,
    redirectUri: `${PUBLIC_URL}/connexion/proconnect/retour`,
    signedOutUri: `${PUBLIC_URL}/connexion`,
  }
}
