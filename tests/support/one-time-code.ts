import { Secret, TOTP } from 'otpauth'

/**
 * The code that an application shows.
 *
 * @param away so many half-minutes from now: a code serves once, and the next one is taken already
 */
export function codeOf(secret: string, away = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + away * 30_000 })
}
