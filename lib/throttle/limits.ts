import { createHash } from 'node:crypto'
import { UserError } from '@/lib/errors'

/** So many attempts in so many milliseconds. The key is hashed: what people type is not kept. */
export interface Limit {
  key: string
  attempts: number
  windowMs: number
}

const quarterHour = 15 * 60 * 1000

function limit(attempts: number, ...parts: string[]): Limit {
  return {
    key: createHash('sha256').update(JSON.stringify(parts)).digest('base64url'),
    attempts,
    windowMs: quarterHour,
  }
}

/**
 * How often one may try to sign in to an account: five times from one address; more over all
 * addresses, so that a stranger's five tries do not lock its owner out. A success forgets them.
 *
 * @param address null when it cannot be known: all such tries then count as from one place
 */
export function accountLimits(email: string, address: string | null): Limit[] {
  const account = email.trim().toLowerCase()
  return [limit(5, 'sign-in', 'account-from', account, address ?? ''), limit(30, 'sign-in', 'account', account)]
}

/** How often one address may fail, over all accounts and links: a success gives back itself alone. */
export function addressLimits(address: string | null): Limit[] {
  return address === null ? [] : [limit(30, 'sign-in', 'from', address)]
}

/** How often one may try a second factor, once the password was right: as often as the password. */
export function secondFactorLimits(userId: string, address: string | null): Limit[] {
  return [limit(5, 'second-factor', 'from', userId, address ?? ''), limit(30, 'second-factor', 'account', userId)]
}

/** How often a link for a forgotten password may be asked for: for one account, and from one address. */
export function passwordLinkLimits(email: string, address: string | null): Limit[] {
  const from = address === null ? [] : [limit(10, 'password-link', 'from', address)]
  return [limit(3, 'password-link', 'account', email.trim().toLowerCase()), ...from]
}

/** How many invitations one person may send: a hub's whole team at once, not a town's. */
export function invitationLimits(userId: string): Limit[] {
  return [limit(100, 'invitation', 'by', userId)]
}

/** How often a helper's account may be asked for: a mail leaves each time, for one address and from one. */
export function joiningLimits(email: string, address: string | null): Limit[] {
  const from = address === null ? [] : [limit(10, 'joining', 'from', address)]
  return [limit(3, 'joining', 'account', email.trim().toLowerCase()), ...from]
}

/** How many agreements of hubs one helper may ask for: their coordinators get a mail each time. */
export function agreementLimits(userId: string): Limit[] {
  return [limit(10, 'agreement', 'by', userId)]
}

/** How many reports one address may send, and one place may get: a library shares one address with its readers. */
export const reportLimits = {
  ofAddress: (address: string | null): Limit[] => (address === null ? [] : [limit(10, 'report', 'from', address)]),
  ofPlace: (placeId: string): Limit[] => [limit(20, 'report', 'place', placeId)],
}

/** How often one address may answer links of messages: a département's office may keep dozens of places. */
export function linkLimits(address: string | null): Limit[] {
  return address === null ? [] : [limit(60, 'confirmation', 'from', address)]
}

/** How often one address may answer referrals by links of messages, or look who a person is. */
export function replyLimits(address: string | null): Limit[] {
  return address === null ? [] : [limit(60, 'reply', 'from', address)]
}

/** How many referrals one person may send: each is a mail to a place. */
export function referralLimits(userId: string): Limit[] {
  return [limit(60, 'referral', 'by', userId)]
}

/** How many files one person may send to be imported: each is kept, and read in a process of its own. */
export function uploadLimits(userId: string): Limit[] {
  return [limit(40, 'upload', 'of', userId)]
}

/** How many weeks that nobody judged yet, months away, one address may have judged: each costs a second or more. */
export function farWeekLimits(address: string | null): Limit[] {
  return [limit(10, 'far-week', 'from', address ?? '')]
}

/** Refused until the wait is over. */
export class TooManyAttemptsError extends UserError {
  override name = 'TooManyAttemptsError'

  constructor(readonly waitMs: number) {
    const minutes = Math.ceil(waitMs / 60_000)
    super(`Trop d’essais. Attendez ${minutes} minute${minutes > 1 ? 's' : ''}, puis recommencez.`)
  }
}
