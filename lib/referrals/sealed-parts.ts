import { UserError } from '@/lib/errors'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { SealBrokenError, type Sealed, sealText, unsealText } from '@/lib/privacy/seal'

/** Who the person is and how to reach her; each told or not. */
export interface PersonDetails {
  name: string | null
  phone: string | null
  email: string | null
}

/** What the person needs, and what makes it harder. */
export interface NeedDetails {
  need: string | null
  constraints: string | null
}

/** The tables that hold sealed words, each row bound to its referral. */
export type SealedTable = 'ReferralPerson' | 'ReferralNeed' | 'ReferralEvent'

/** What a sealed row is bound to. */
export const sealContext = (table: SealedTable, referralId: string) => `${table} ${referralId}`

/** Null when nothing is told, so that nothing is kept. */
export function sealDetails(
  details: PersonDetails | NeedDetails,
  table: SealedTable,
  referralId: string,
): Sealed | null {
  const told = Object.values(details).filter((value) => value !== null)
  for (const value of told) refuseNumber(value)
  return told.length === 0 ? null : sealText(JSON.stringify(details), sealContext(table, referralId))
}

/** The words of an event; null when there are none. */
export function sealWords(words: string | null, referralId: string): Sealed | null {
  if (words === null) return null
  refuseNumber(words)
  return sealText(words, sealContext('ReferralEvent', referralId))
}

/** @throws SealBrokenError */
export function unsealPerson(row: Sealed, referralId: string): PersonDetails {
  return JSON.parse(unsealText(row, sealContext('ReferralPerson', referralId)))
}

/** @throws SealBrokenError */
export function unsealNeed(row: Sealed, referralId: string): NeedDetails {
  return JSON.parse(unsealText(row, sealContext('ReferralNeed', referralId)))
}

/** @throws SealBrokenError */
export function unsealWords({ sealed, keyId }: { sealed: Sealed['sealed'] | null; keyId: string | null }, id: string) {
  return sealed && keyId ? unsealText({ sealed, keyId }, sealContext('ReferralEvent', id)) : null
}

/** What stands where sealed words do not open: the rest of the page is there, and its erasure. */
export const unreadable = 'Illisible\u00a0: ce qui est écrit ici ne s’ouvre plus.'

/** What `unseal` opens, or else `otherwise` when its seal is broken or its key is gone. */
export function opened<T, U>(unseal: () => T, otherwise: U): T | U {
  try {
    return unseal()
  } catch (error) {
    if (error instanceof SealBrokenError) return otherwise
    throw error
  }
}

/** The last door, whatever form it came through. */
function refuseNumber(text: string): void {
  if (!isSafe(text)) throw new UserError(noNumber)
}
