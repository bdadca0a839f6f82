import { randomBytes } from 'node:crypto'

/** Beside the `secret` of DATA_DIR, where the keys of personal data are when no setting gives them. */
export const personalDataKeysFile = 'personal-data-keys'

/** A key as `PERSONAL_DATA_KEYS` lists them: a name of its own, which tells its day, and 32 random bytes. */
export function newPersonalDataKey(now = new Date()): string {
  const id = `${now.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`
  return `${id}:${randomBytes(32).toString('base64')}`
}
