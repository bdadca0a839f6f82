import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { localDay } from '@/lib/hours/zone-clock'
import { requireAgreement } from '@/lib/organisations/agreements/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { referralLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import type { Prisma } from '@/prisma/client/client'
import { drawCode } from '../code'
import { waitFor } from '../deadlines'
import type { SendInput } from '../schema'
import { opened, sealDetails, unsealNeed, unsealPerson } from '../sealed-parts'
import { takesReferral } from '../taking'
import { record } from '../timeline/mutations'

/** How long the same form is taken for a double click: later, it was gone back to for somebody else. Milliseconds */
const doubleClick = 60_000

/**
 * A helper refers a person to a place. Nothing of the person is kept but what she wrote, sealed.
 *
 * @throws ForbiddenError for who helps in no organisation, or not in that one
 * @throws UserError when the place takes no referrals, TooManyAttemptsError
 */
export async function sendReferral(user: CurrentUser, input: SendInput, now = new Date()) {
  organisationOf(user, input)
  await countAttempt(referralLimits(user.id), now.getTime())
  return db.$transaction((tx) => sendReferralIn(tx, user, input, now))
}

/** The structure in whose name she sends: the one she names, else the first of hers. */
function organisationOf(user: CurrentUser, { organisationId }: SendInput): string {
  const organisations = organisationsOf(user)
  const chosen = organisationId ?? organisations[0]
  if (!chosen || !organisations.includes(chosen))
    throw new ForbiddenError('Seules les personnes qui aident dans une structure peuvent orienter quelqu’un.')
  return chosen
}

/** The same within a transaction, whatever the pace. @param draw a code, which tests draw twice */
export async function sendReferralIn(tx: Transaction, user: CurrentUser, input: SendInput, now: Date, draw = drawCode) {
  const organisationId = organisationOf(user, input)
  const { placeId, services, supportMode, level, neededBy } = input
  const before = input.id && (await sentBefore(tx, input.id))
  if (before && before.helperId === user.id && now.getTime() - before.createdAt.getTime() < doubleClick)
    return { id: before.id, code: before.code }
  await requireAgreement(tx, organisationId, placeId)
  const sent = await insertReferral(
    tx,
    {
      ...(input.id && !before && { id: input.id }),
      organisationId,
      helperId: user.id,
      placeId,
      services,
      supportMode: supportMode ?? null,
      level: level ?? null,
      neededBy: neededBy ? new Date(neededBy) : null,
      informedAt: now,
      agreedAt: now,
    },
    now,
    draw,
  )
  await saveParts(tx, sent.id, input)
  await record(tx, sent, { side: 'HELPER', user }, 'SEND', 'SENT', null, now)
  return { id: sent.id, code: sent.code }
}

/** What was sent with the id of this form; whoever sends it at the same instant waits for this transaction. */
async function sentBefore(tx: Transaction, id: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`
  return tx.referral.findUnique({ where: { id }, select: { id: true, code: true, helperId: true, createdAt: true } })
}

type NewReferral = Pick<
  Prisma.ReferralCreateManyInput,
  | 'id'
  | 'organisationId'
  | 'helperId'
  | 'placeId'
  | 'services'
  | 'supportMode'
  | 'level'
  | 'neededBy'
  | 'informedAt'
  | 'agreedAt'
  | 'redirectedFromId'
>

/** Writes a referral that waits for its place, under a code that no other has. */
export async function insertReferral(tx: Transaction, wanted: NewReferral, now: Date, draw = drawCode) {
  const place = await receiver(tx, wanted.placeId)
  const today = new Date(localDay(timeZoneOf(place.departmentCode), now))
  const isPast = wanted.neededBy && wanted.neededBy < today
  if (isPast && !wanted.redirectedFromId) throw new UserError('Le jour souhaité est déjà passé.')
  // A day that has passed before it was sent on asks for nothing.
  const neededBy = isPast ? null : wanted.neededBy
  const wait = waitFor('SENT', { now, sentAt: now, departmentCode: place.departmentCode })
  for (let tries = 0; tries < 5; tries++) {
    const [row] = await tx.referral.createManyAndReturn({
      data: [{ ...wanted, neededBy, ...wait, code: draw(), email: place.email, createdAt: now }],
      // A code that is taken inserts nothing.
      skipDuplicates: true,
      select: { id: true, code: true, placeId: true },
    })
    if (row) return { ...row, departmentCode: place.departmentCode }
  }
  throw new Error('No free code was drawn.')
}

/** The place that is asked, held as it is; with the e-mail that gets the link where nobody has an account. */
async function receiver(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT FROM "Place" WHERE id = ${id} FOR SHARE`
  const place = await tx.place.findUnique({
    where: { id },
    select: {
      status: true,
      takesReferrals: true,
      accessModes: true,
      emails: true,
      commune: { select: { departmentCode: true } },
      memberships: { where: { role: 'PLACE_EDITOR' }, select: { id: true }, take: 1 },
    },
  })
  if (!place) throw new NotFoundError('Ce lieu n’existe pas.')
  const hasEditor = place.memberships.length > 0
  if (!takesReferral(place, hasEditor))
    throw new UserError('Ce lieu ne reçoit pas d’orientations par ce site. Choisissez-en un autre, ou appelez-le.')
  return { departmentCode: place.commune.departmentCode, email: hasEditor ? null : (place.emails[0] ?? null) }
}

/** Seals what was told of the person and of her need, each in its own table; what was not told has no row. */
async function saveParts(tx: Transaction, referralId: string, { name, phone, email, need, constraints }: SendInput) {
  const person = sealDetails({ name, phone, email }, 'ReferralPerson', referralId)
  const sealedNeed = sealDetails({ need, constraints }, 'ReferralNeed', referralId)
  if (person) await tx.referralPerson.create({ data: { referralId, ...person } })
  if (sealedNeed) await tx.referralNeed.create({ data: { referralId, ...sealedNeed } })
}

/** Sealed again for the other referral: nothing opens but in its own. What no longer opens stays behind. */
export async function copyParts(tx: Transaction, from: string, to: string) {
  const sealed = { where: { referralId: from } }
  const [personRow, needRow] = [await tx.referralPerson.findUnique(sealed), await tx.referralNeed.findUnique(sealed)]
  const person = personRow && opened(() => unsealPerson(personRow, from), null)
  const need = needRow && opened(() => unsealNeed(needRow, from), null)
  const sealedPerson = person && sealDetails(person, 'ReferralPerson', to)
  const sealedNeed = need && sealDetails(need, 'ReferralNeed', to)
  if (sealedPerson) await tx.referralPerson.create({ data: { referralId: to, ...sealedPerson } })
  if (sealedNeed) await tx.referralNeed.create({ data: { referralId: to, ...sealedNeed } })
}
