import { refresh } from 'next/cache'
import type { FormState, FormValues } from '@/lib/form-state'
import { ReferralChangedError } from '@/lib/referrals/locking/mutations'

/**
 * Does something to a referral. When the other side was first, what was typed stays, and starts from the referral as
 * it now is: the page shows it anew above.
 *
 * @returns what to answer then; null when it was done
 */
export async function fromItsPresentVersion(
  act: () => Promise<unknown>,
  values: FormValues,
): Promise<Partial<FormState> | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (!(error instanceof ReferralChangedError)) throw error
    refresh()
    return { message: error.message, values: { ...values, version: [String(error.version)] } }
  }
}
