import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '@/lib/is-uuid'

/** What the link of a message holds: which request it answers, signed. All messages of a request have the same one. */
export function confirmationToken(secret: string, requestId: string): string {
  return `${requestId}.${signatureOf(secret, requestId)}`
}

/** The request that a link answers; null when we did not sign it. */
export function requestOfToken(secret: string, token: string): string | null {
  const [id = '', signature = '', ...rest] = token.split('.')
  if (!isUuid(id) || rest.length > 0) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(secret, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

function signatureOf(secret: string, requestId: string): string {
  return createHmac('sha256', secret).update(`confirm ${requestId}`).digest('base64url')
}
