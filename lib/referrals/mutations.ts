import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import type { AuditAction } from '@/lib/audit/actions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { localDay } from '@/lib/hours/zone-clock'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { referralLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { moveBooklets } from '@/lib/vouchers/moving/mutations'
import { freeSeats } from '@/lib/workshops/seats/keeping/mutations'
import { leavesSeats } from '@/lib/workshops/seats/seat-rules'
import type { Prisma } from '@/prisma/client/client'
import type { ReferralAction, ReferralStatus } from '@/prisma/client/enums'
import { appointmentEnd, readAppointment } from './appointment'
import { drawCode } from './code'
import { type Wait, waitFor } from './deadlines'
import { type Party, referralsOf, userOf } from './party'
import type { MessageInput, MoveInput, RedirectInput, SendInput } from './schema'
import { opened, sealDetails, sealWords, unsealNeed, unsealPerson } from './sealed-parts'
import { after, isOpen, type Move } from './state-machine'
import { takesReferral } from './taking'
import { tellOtherSide } from './telling/mutations'

/** How long the same form is taken for a double click: later, it was gone back to for somebody else. Milliseconds */
const doubleClick = 60_000

/** More words about one appointment are a conversation, which has its place on the telephone. */
const messagesAtMost = 100

/** The referral is no longer as it was shown: nothing was written. */
export class ReferralChangedError extends UserError {
  override name = 'ReferralChangedError'

  /** @param version the one it now has */
  constructor(readonly version: number) {
    super('Cette orientation a changé depuis que vous l’avez ouverte. Relisez-la, puis recommencez.')
  }
}

const select = {
  id: true,
  code: true,
  organisationId: true,
  placeId: true,
  status: true,
  version: true,
  services: true,
  supportMode: true,
  level: true,
  neededBy: true,
  appointmentAt: true,
  appointmentLength: true,
  informedAt: true,
  agreedAt: true,
  createdAt: true,
  place: { select: { commune: { select: { departmentCode: true } } } },
} as const satisfies Prisma.ReferralSelect

/** A referral that this transaction has locked for a party that may act on it. */
export type LockedReferral = Prisma.ReferralGetPayload<{ select: typeof select }>

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

/** The same in a transaction that books a seat or gives vouchers with it. */
export async function sendReferralIn(tx: Transaction, user: CurrentUser, input: SendInput, now: Date, draw = drawCode) {
  const organisationId = organisationOf(user, input)
  const { placeId, services, supportMode, level, neededBy } = input
  const before = input.id && (await sentBefore(tx, input.id))
  if (before && before.helperId === user.id && now.getTime() - before.createdAt.getTime() < doubleClick)
    return { id: before.id, code: before.code }
  const sent = await insert(
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
async function insert(tx: Transaction, wanted: NewReferral, now: Date, draw: () => string) {
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

/**
 * Does one thing to a referral, from the version that was shown.
 *
 * @throws NotFoundError for who is neither of its sides
 * @throws ReferralChangedError when the other side, or a colleague, was first
 * @throws UserError when it may not be done now
 */
export async function moveReferral(party: Party, input: MoveInput, now = new Date()) {
  return db.$transaction((tx) => moveReferralIn(tx, party, input, now))
}

/** The same in a transaction that does more with it. */
export async function moveReferralIn(tx: Transaction, party: Party, input: MoveInput, now: Date) {
  const referral = await lockReferral(tx, party, input.id, now, input.version)
  return move(tx, party, referral, input, now)
}

async function move(tx: Transaction, party: Party, referral: LockedReferral, input: MoveInput, now: Date) {
  const { action, reason, words } = input
  const status = next(referral.status, action, party)
  const { departmentCode } = referral.place.commune
  if (action === 'MISS' && referral.appointmentAt && referral.appointmentAt > now)
    throw new UserError('Ce rendez-vous n’est pas encore passé.')
  const appointment = action === 'SCHEDULE' ? readAppointment(input, timeZoneOf(departmentCode), now) : {}
  const changed = { ...referral, ...appointment }
  const facts = { now, sentAt: referral.createdAt, appointmentEnd: appointmentEnd(changed), departmentCode }
  // Having seen it is no answer: the same is waited for, by the same day, and the same reminder comes next.
  const wait = action === 'SEE' ? {} : waitFor(status, facts)
  const version = await write(tx, referral, status, wait, now, {
    ...appointment,
    ...(action === 'REFUSE' && { refusalReason: reason }),
  })
  await record(tx, { ...referral, departmentCode }, party, action, status, words, now)
  return { status, version }
}

/**
 * Sends the person on to another place, by a new referral that is linked to this one, which ends. From the helper,
 * all that is known goes along, since the person agreed again; from the place, nothing that is personal does.
 * Throws as `moveReferral` does.
 */
export async function redirectReferral(party: Party, input: RedirectInput, now = new Date()) {
  return db.$transaction(async (tx) => {
    // Places before referrals, as merges of places lock them.
    await tx.$queryRaw`SELECT FROM "Place" WHERE id = ${input.placeId} FOR SHARE`
    const referral = await lockReferral(tx, party, input.id, now, input.version)
    const status = next(referral.status, 'REDIRECT', party)
    if (input.placeId === referral.placeId) throw new UserError('C’est déjà ce lieu. Choisissez-en un autre.')
    if (party.side === 'HELPER' && !input.agreed)
      throw new UserError('Demandez d’abord à la personne si elle est d’accord pour ce lieu.')
    const { departmentCode } = referral.place.commune
    const wait = waitFor(status, { now, sentAt: referral.createdAt, departmentCode })
    await write(tx, referral, status, wait, now)
    await record(tx, { ...referral, departmentCode }, party, 'REDIRECT', status, input.words, now)
    const { organisationId, services, supportMode, level, neededBy, informedAt, agreedAt } = referral
    const byHelper = party.side === 'HELPER'
    const sent = await insert(
      tx,
      {
        organisationId,
        helperId: byHelper ? party.user.id : await helperOf(tx, referral.id),
        placeId: input.placeId,
        services,
        supportMode,
        level,
        neededBy,
        informedAt: byHelper ? now : informedAt,
        agreedAt: byHelper ? now : agreedAt,
        redirectedFromId: referral.id,
      },
      now,
      drawCode,
    )
    if (byHelper) await copyParts(tx, referral.id, sent.id)
    await moveBooklets(tx, referral.id, sent.id)
    await record(tx, sent, party, 'SEND', 'SENT', null, now)
    return { id: sent.id, code: sent.code }
  })
}

async function helperOf(tx: Transaction, id: string): Promise<string | null> {
  return (await tx.referral.findUniqueOrThrow({ where: { id }, select: { helperId: true } })).helperId
}

/** Sealed again for the other referral: nothing opens but in its own. What no longer opens stays behind. */
async function copyParts(tx: Transaction, from: string, to: string) {
  const sealed = { where: { referralId: from } }
  const [personRow, needRow] = [await tx.referralPerson.findUnique(sealed), await tx.referralNeed.findUnique(sealed)]
  const person = personRow && opened(() => unsealPerson(personRow, from), null)
  const need = needRow && opened(() => unsealNeed(needRow, from), null)
  const sealedPerson = person && sealDetails(person, 'ReferralPerson', to)
  const sealedNeed = need && sealDetails(need, 'ReferralNeed', to)
  if (sealedPerson) await tx.referralPerson.create({ data: { referralId: to, ...sealedPerson } })
  if (sealedNeed) await tx.referralNeed.create({ data: { referralId: to, ...sealedNeed } })
}

/** A word about the appointment, from one side to the other, while there is something to agree on. */
export async function writeMessage(party: Party, { id, words }: MessageInput, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, party, id, now)
    if (!isOpen(referral.status)) throw new UserError('Cette orientation est terminée\u00a0: on n’y écrit plus.')
    const written = await tx.referralEvent.count({ where: { referralId: id, action: 'MESSAGE' } })
    if (written >= messagesAtMost) throw new UserError('Vous avez déjà beaucoup écrit ici. Appelez plutôt.')
    const { departmentCode } = referral.place.commune
    await record(tx, { ...referral, departmentCode }, party, 'MESSAGE', referral.status, words, now)
  })
}

/**
 * Locks a referral for one of its sides.
 *
 * @param version the one that was shown, where what is done depends on it
 * @throws NotFoundError, ReferralChangedError
 */
export async function lockReferral(
  tx: Transaction,
  party: Party,
  id: string,
  now: Date,
  version?: number,
): Promise<LockedReferral> {
  await tx.$queryRaw`SELECT FROM "Referral" WHERE id = ${id}::uuid FOR UPDATE`
  const referral = await tx.referral.findFirst({ where: { AND: [{ id }, referralsOf(party, now)] }, select })
  if (!referral) throw new NotFoundError('Cette orientation n’existe pas, ou n’est plus là.')
  if (version !== undefined && referral.version !== version) throw new ReferralChangedError(referral.version)
  return referral
}

function next(status: ReferralStatus, action: Move, { side }: Party): ReferralStatus {
  const to = after(status, action, side)
  if (!to) throw new UserError('Ce n’est plus possible\u00a0: l’orientation n’en est pas là.')
  return to
}

async function write(
  tx: Transaction,
  { id, version }: LockedReferral,
  status: ReferralStatus,
  wait: Wait | Record<string, never>,
  now: Date,
  more: Prisma.ReferralUncheckedUpdateInput = {},
): Promise<number> {
  const written = await tx.referral.update({
    where: { id, version },
    data: { ...more, ...wait, status, version: version + 1, closedAt: isOpen(status) ? null : now },
    select: { version: true },
  })
  if (leavesSeats(status)) await freeSeats(tx, [id], now)
  return written.version
}

interface Recorded {
  id: string
  departmentCode: string
}

const trailOf: Partial<Record<ReferralAction, AuditAction>> = {
  SEND: 'referral.sent',
  MESSAGE: 'referral.message',
  CORRECT: 'referral.person_saved',
}

/** A line of the timeline and one of the audit trail, and the other side is told. No line of the trail bears words. */
export async function record(
  tx: Transaction,
  { id, departmentCode }: Recorded,
  party: Party,
  action: ReferralAction,
  status: ReferralStatus,
  words: string | null,
  at: Date,
) {
  const user = userOf(party)
  const sealed = sealWords(words, id)
  await tx.referralEvent.create({
    data: { referralId: id, at, action, side: party.side, userId: user?.id ?? null, status, ...sealed },
  })
  await audit(tx, {
    user,
    action: trailOf[action] ?? 'referral.moved',
    subject: `referral ${id}`,
    departmentCode,
    details: { side: party.side, action, status },
  })
  await tellOtherSide(tx, { referralId: id, action, side: party.side, at })
}
