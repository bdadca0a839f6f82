import { createHmac } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { env } from '@/lib/env'

/** What the database may keep of a secret that we need again: encrypted with `SECRET` (XChaCha20-Poly1305). */
export function seal(secret: string): Promise<string> {
  return symmetricEncrypt({ key: env().SECRET, data: secret })
}

/** The secret again; null when it was sealed under another `SECRET`. */
export async function unseal(sealed: string): Promise<string | null> {
  try {
    return await symmetricDecrypt({ key: env().SECRET, data: sealed })
  } catch {
    return null
  }
}

/** A hash that cannot be guessed at without `SECRET`, of what is too short to be hashed alone. */
export function keyedHash(...parts: string[]): string {
  return createHmac('sha256', env().SECRET).update(JSON.stringify(parts)).digest('base64url')
}
