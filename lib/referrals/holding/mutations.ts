import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import { NotFoundError } from '@/lib/errors'
import type { Party } from '../party'
import { readPerson } from '../person/mutations'
import { chainOf, referralFor } from '../queries'

/**
 * Everything that is kept about the person of a referral, for a copy that she asks of her helper (GDPR, articles 15
 * and 20): that one first, then what it was sent on to and what it comes from. Taking it is a reading, and is written
 * down.
 *
 * @throws NotFoundError for whoever did not send it, nor her colleagues
 */
export async function takeHoldings(
  party: Extract<Party, { side: 'HELPER' }>,
  id: string,
  now = new Date(),
): Promise<[Holding, ...Holding[]]> {
  const asked = await takeHolding(party, id, now)
  const others = (await chainOf(id)).filter((other) => other !== id)
  return [asked, ...(await Promise.all(others.map((other) => takeHolding(party, other, now))))]
}

async function takeHolding(party: Extract<Party, { side: 'HELPER' }>, id: string, now: Date) {
  const person = await readPerson(party, id, now)
  const referral = await referralFor(party, id, now)
  if (!referral) throw new NotFoundError('Cette orientation n’existe pas, ou n’est plus là.')
  const [readings, seats, booklets] = await Promise.all([
    db.referralReading.findMany({
      where: { referralId: id },
      select: { at: true, side: true, user: { select: { name: true } } },
      orderBy: { at: 'asc' },
    }),
    db.workshopSeat.findMany({
      where: { referralId: id },
      select: {
        status: true,
        createdAt: true,
        workshop: { select: { title: true } },
        session: { select: { startsAt: true } },
        attendances: { select: { attendance: true, session: { select: { startsAt: true } } } },
      },
      orderBy: { createdAt: 'asc' },
    }),
    db.voucherBooklet.findMany({
      where: { referralId: id },
      select: { vouchers: true, used: true, givenOn: true, expiresOn: true },
      orderBy: { givenOn: 'asc' },
    }),
    audit(db, {
      user: party.user,
      action: 'referral.exported',
      subject: `referral ${id}`,
      departmentCode: referral.place.commune.departmentCode,
      details: { side: party.side },
    }),
  ])
  return { referral, person, readings, seats, booklets }
}

export type Holding = Awaited<ReturnType<typeof takeHolding>>
