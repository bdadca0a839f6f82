import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** What the database keeps of words: a nonce of 96 bits, a tag of 128, then as many bytes as the words have. */
export interface Sealed {
  sealed: Uint8Array<ArrayBuffer>
  /** Which of `PERSONAL_DATA_KEYS` sealed it */
  keyId: string
}

/** Keys by their name, the one that seals first. */
export type NamedKeys = ReadonlyMap<string, Uint8Array>

const cipher = 'aes-256-gcm'
const [nonceBytes, tagBytes] = [12, 16]

/** It was sealed under a key that is no longer there, for another row, or somebody touched it. */
export class SealBrokenError extends Error {
  override name = 'SealBrokenError'
}

/**
 * Seals words for one row: AES-256-GCM, under the first key, with a nonce drawn each time.
 *
 * @param context the table and the row, `ReferralNeed 0192…`: what is moved to another row does not open
 */
export function sealText(text: string, context: string, keys: NamedKeys = env().PERSONAL_DATA_KEYS): Sealed {
  const [first] = keys
  if (!first) throw new Error('There is no key to seal with.')
  const [keyId, key] = first
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  sealing.setAAD(Buffer.from(context))
  const words = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return { sealed: new Uint8Array(Buffer.concat([nonce, sealing.getAuthTag(), words])), keyId }
}

/**
 * The words again.
 *
 * @throws SealBrokenError
 */
export function unsealText({ sealed, keyId }: Sealed, context: string, keys = env().PERSONAL_DATA_KEYS): string {
  const key = keys.get(keyId)
  if (!key) throw new SealBrokenError(`No key "${keyId}" in PERSONAL_DATA_KEYS opens ${context}.`)
  const [nonce, tag] = [sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes, nonceBytes + tagBytes)]
  try {
    const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes })
    opening.setAAD(Buffer.from(context))
    opening.setAuthTag(tag)
    return Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8')
  } catch {
    throw new SealBrokenError(`What was sealed for ${context} does not open.`)
  }
}
