import { randomInt } from 'node:crypto'
import { keyedHash } from './vault'

const count = 10
/** Without 0, o, 1, i and l, that one takes for another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of fifty bits, `xxxxx-xxxxx`. */
export function newBackupCodes(): string[] {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: count }, () => `${group()}-${group()}`)
}

/** What the database keeps of a code, however it was typed: nothing that could be guessed at without `SECRET`. */
export function backupCodeHash(userId: string, code: string): string {
  return keyedHash('backup-code', userId, code.toLowerCase().replace(/[^a-z0-9]/g, ''))
}
