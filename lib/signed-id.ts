import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from './is-uuid'

/** What a link may be signed for: one for a confirmation opens no referral. */
type Purpose = 'confirm' | 'reply'

/** What the link of a message holds: an id and our signature. */
export function signedId(secret: string, purpose: Purpose, id: string): string {
  return `${id}.${signatureOf(secret, purpose, id)}`
}

/** The id that a link holds; null when we did not sign it, or for something else. */
export function idOfSigned(secret: string, purpose: Purpose, token: string): string | null {
  const [id = '', signature = '', ...rest] = token.split('.')
  if (!isUuid(id) || rest.length > 0) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(secret, purpose, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

function signatureOf(secret: string, purpose: Purpose, id: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${id}`).digest('base64url')
}
