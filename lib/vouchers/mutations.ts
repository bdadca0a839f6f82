import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { localDay } from '@/lib/hours/zone-clock'
import { type LockedReferral, lockReferral } from '@/lib/referrals/locking/mutations'
import { bookletReferralsOf, type Party, userOf } from '@/lib/referrals/party'
import { isOpen } from '@/lib/referrals/state-machine'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { bookletsAtMost, isExpired, mayHaveSessions } from './booklet'
import type { BookletInput, SessionsInput } from './schema'

/**
 * A helper notes a booklet that she gives with a referral.
 *
 * @throws UserError when the referral has ended, the place does not take the Pass numérique, or the day is to come
 */
export async function giveBooklet(party: Party, { id, ...booklet }: BookletInput, now = new Date()): Promise<void> {
  if (party.side !== 'HELPER') throw new ForbiddenError('C’est l’aidant qui donne les carnets.')
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, party, id, now)
    if (!isOpen(referral.status)) throw new UserError('Cette orientation est terminée\u00a0: on n’y ajoute plus rien.')
    const place = await tx.place.findUniqueOrThrow({ where: { id: referral.placeId }, select: { programmes: true } })
    if (!place.programmes.includes('PASS_NUMERIQUE')) throw new UserError('Ce lieu ne prend pas le Pass numérique.')
    if (booklet.givenOn > today(referral, now)) throw new UserError('Le jour où vous l’avez donné est à venir.')
    if ((await tx.voucherBooklet.count({ where: { referralId: id } })) >= bookletsAtMost) {
      throw new UserError(`Une orientation a au plus ${bookletsAtMost} carnets.`)
    }
    await tx.voucherBooklet.create({
      data: {
        referralId: id,
        vouchers: booklet.vouchers,
        givenOn: new Date(booklet.givenOn),
        expiresOn: new Date(booklet.expiresOn),
      },
    })
    await told(tx, party, referral, 'voucher.given', { vouchers: booklet.vouchers })
  })
}

/**
 * A helper takes back a booklet that she noted by mistake.
 *
 * @throws UserError once a session was used
 */
export async function takeBackBooklet(
  party: Party,
  { id, bookletId }: { id: string; bookletId: string },
  now = new Date(),
): Promise<void> {
  if (party.side !== 'HELPER') throw new ForbiddenError('C’est l’aidant qui donne les carnets.')
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, party, id, now)
    const booklet = await bookletOf(tx, referral, bookletId)
    if (booklet.used > 0) throw new UserError('Ce carnet a déjà servi\u00a0: il reste noté.')
    await tx.voucherBooklet.delete({ where: { id: bookletId } })
    await told(tx, party, referral, 'voucher.taken_back', { vouchers: booklet.vouchers })
  })
}

/**
 * A place notes how many sessions a booklet paid for: never more than it holds.
 *
 * @throws UserError when somebody noted another number meanwhile, when the booklet has expired, and before the place
 * accepted
 */
export async function noteSessions(party: Party, input: SessionsInput, now = new Date()): Promise<void> {
  if (party.side !== 'PLACE') throw new ForbiddenError('C’est le lieu qui note les séances.')
  const { id, bookletId, seen, used } = input
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, party, id, now, undefined, bookletReferralsOf)
    if (!mayHaveSessions(referral.status)) throw new UserError('Acceptez d’abord cette orientation.')
    const booklet = await bookletOf(tx, referral, bookletId)
    if (booklet.used !== seen) {
      throw new UserError(`Quelqu’un vient de noter ${booklet.used} pour ce carnet. Relisez, puis recommencez.`)
    }
    if (used > booklet.vouchers) throw new UserError(`Ce carnet n’a que ${booklet.vouchers} chèques.`)
    // A mistake may still be put right.
    if (used > booklet.used && isExpired(booklet, today(referral, now))) {
      throw new UserError('Ce carnet est périmé\u00a0: il ne paie plus de séance.')
    }
    await tx.voucherBooklet.update({ where: { id: bookletId }, data: { used } })
    await told(tx, party, referral, 'voucher.noted', { from: booklet.used, used })
  })
}

async function bookletOf(tx: Transaction, { id: referralId }: LockedReferral, id: string) {
  const booklet = await tx.voucherBooklet.findFirst({ where: { id, referralId } })
  if (!booklet) throw new NotFoundError('Ce carnet n’est plus noté ici.')
  return booklet
}

const today = ({ place }: LockedReferral, now: Date) => localDay(timeZoneOf(place.commune.departmentCode), now)

function told(
  tx: Transaction,
  party: Party,
  { id, place }: LockedReferral,
  action: 'voucher.given' | 'voucher.noted' | 'voucher.taken_back',
  details: Record<string, number>,
) {
  const { departmentCode } = place.commune
  return audit(tx, { user: userOf(party), action, subject: `referral ${id}`, departmentCode, details })
}
