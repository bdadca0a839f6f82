import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '@/lib/is-uuid'

/**
 * What the link of a message to a place without account holds, signed.
 *
 * @param linkId that of the referral, drawn anew when the address it went to is no longer the place's
 */
export function replyToken(secret: string, linkId: string): string {
  return `${linkId}.${signatureOf(secret, linkId)}`
}

/** The `linkId` of a link; null when we did not sign it. */
export function linkOfToken(secret: string, token: string): string | null {
  const [id = '', signature = '', ...rest] = token.split('.')
  if (!isUuid(id) || rest.length > 0) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(secret, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

function signatureOf(secret: string, linkId: string): string {
  return createHmac('sha256', secret).update(`reply ${linkId}`).digest('base64url')
}
