import { createHmac, timingSafeEqual } from 'node:crypto'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** What the link of a message to a place without account holds: which referral it answers, signed. */
export function replyToken(secret: string, referralId: string): string {
  return `${referralId}.${signatureOf(secret, referralId)}`
}

/** The referral that a link answers; null when we did not sign it. */
export function referralOfToken(secret: string, token: string): string | null {
  const [id = '', signature = '', ...rest] = token.split('.')
  if (!uuid.test(id) || rest.length > 0) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(secret, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

function signatureOf(secret: string, referralId: string): string {
  return createHmac('sha256', secret).update(`reply ${referralId}`).digest('base64url')
}
