import type { ReferralStatus } from '@/prisma/client/enums'

/** What a voucher of the Pass numérique is worth: one session. */
export const voucherEuros = 10

/** How many vouchers a booklet may hold: 50 to 100 €. */
export const bookletSizes = [5, 6, 7, 8, 9, 10] as const

/** More booklets for one person are a mistake. */
export const bookletsAtMost = 10

/** Fewer people than this might be known again behind a figure. */
export const fewestPeople = 5

/** What a side sees of a booklet. */
export interface ShownBooklet extends Booklet {
  id: string
  givenOn: Date
  isExpired: boolean
}

interface Booklet {
  vouchers: number
  used: number
  expiresOn: Date
}

/** Whether its last day has passed, on that day of the place's calendar: `2026-11-22`. */
export function isExpired({ expiresOn }: Pick<Booklet, 'expiresOn'>, today: string): boolean {
  return expiresOn.toISOString().slice(0, 10) < today
}

/** What became of its vouchers, one by one: each is used, expired or still good. */
export function fateOf(booklet: Booklet, today: string): { used: number; expired: number; left: number } {
  const unused = booklet.vouchers - booklet.used
  const isOver = isExpired(booklet, today)
  return { used: booklet.used, expired: isOver ? unused : 0, left: isOver ? 0 : unused }
}

/** The states in which a place may have seen the person. */
export const receivedIn: readonly ReferralStatus[] = [
  'ACCEPTED',
  'APPOINTMENT',
  'ATTENDED',
  'ABSENT',
  'EXCUSED',
  'HELPED',
  'PARTLY_HELPED',
  'NOT_HELPED',
]

/** Whether a place may note sessions: once it accepted, and as long as they go on, after the referral ended too. */
export const mayHaveSessions = (status: ReferralStatus): boolean => receivedIn.includes(status)
