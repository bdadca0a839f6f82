import { Secret, TOTP } from 'otpauth'

/** What applications understand without being told: six digits, every half-minute (RFC 6238, SHA-1). */
const period = 30
const digits = 6

/** 160 random bits, in base 32 as applications let one type them. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that a QR code carries to an application. */
export function totpUri(secret: string, email: string): string {
  return new TOTP({ issuer: 'À deux pas', label: email, secret, digits, period }).toString()
}

/**
 * The half-minute of a code: this one, the one before or the one after, for clocks that differ a little.
 *
 * @param now in milliseconds
 * @returns how many half-minutes since 1970, or null when no such code is this one
 */
export function totpStep(secret: string, code: string, now = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    digits,
    period,
    timestamp: now,
    window: 1,
  })
  return delta === null ? null : Math.floor(now / 1000 / period) + delta
}

/** `JBSW Y3DP …`: groups that one can read and type. */
export function spacedSecret(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ')
}
