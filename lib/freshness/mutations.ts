import 'server-only'
import { type CurrentUser, mayOnPlace, mayTuneHub } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/mutations'
import { refuseWithout } from '@/lib/places/change/refusals'
import { editableOf, editableSelect, type StoredPlace } from '@/lib/places/editable-place'
import { missingToPublish } from '@/lib/places/publication'
import { linkLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import type { ConfirmationOutcome } from '@/prisma/client/enums'
import { requestOfToken } from './link'
import { isLinkAlive } from './link-life'
import type { HubDelays, StructureProposal } from './schema'
import { structureChanges } from './structure-changes'

/** Who confirms, in the history of a place. */
type Confirmer = { user: Pick<CurrentUser, 'id' | 'email'>; reason?: string } | { actor: string }

const byLink = { actor: 'la structure, par le lien' }

const select = { ...editableSelect, verifiedAt: true } as const
type ConfirmablePlace = StoredPlace & { verifiedAt: Date | null }
type Confirmed = Pick<ConfirmablePlace, 'id' | 'name' | 'address' | 'version' | 'status' | 'verifiedAt' | 'commune'> & {
  services: readonly unknown[]
}

interface LinkRequest {
  token: string
  version: number
}

/** The listing is no longer the one that was shown: nothing was written. */
export class ListingChangedError extends UserError {
  override name = 'ListingChangedError'

  /** @param version that of the listing as it now is */
  constructor(readonly version: number) {
    super('La fiche a changé depuis que vous l’avez ouverte. Relisez-la, puis envoyez de nouveau.')
  }
}

/**
 * A structure says, by the link of a message, that its listing is true. Saying it twice is saying it once.
 *
 * @param address where it comes from, null when it cannot be known
 * @throws NotFoundError when the link is over, ListingChangedError, TooManyAttemptsError, and UserError when the listing
 *   was withdrawn and lacks what a citizen needs
 */
export async function confirmByLink(link: LinkRequest, address: string | null, now = new Date()): Promise<void> {
  await withLinkedPlace(link, address, now, async (tx, requestId, place) => {
    await refuseToStayAway(tx, place)
    await close(tx, requestId, 'CONFIRMED', now)
    await confirmPlaceIn(tx, place, byLink, now)
  })
}

/**
 * A structure says what to change: its coordinators decide. Throws as `confirmByLink` does.
 *
 * @throws UserError when nothing would change and nothing is said
 */
export async function proposeByLink(input: StructureProposal, address: string | null, now = new Date()): Promise<void> {
  await withLinkedPlace(input, address, now, async (tx, requestId, place, email) => {
    const changes = structureChanges(editableOf(place), place.commune.departmentCode, input, now)
    // One that was withdrawn comes back with what is taken of its own words.
    if (place.status === 'DRAFT' && !('status' in changes)) Object.assign(changes, { status: 'PUBLISHED' })
    const says = Object.keys(changes).filter((field) => field !== 'status' || changes.status === 'ARCHIVED')
    if (says.length === 0 && input.message === null) {
      throw new UserError('Vous n’avez rien changé. Si tout est juste, touchez «\u00a0Tout est juste\u00a0».')
    }
    await tx.proposal.updateMany({
      where: { placeId: place.id, origin: 'STRUCTURE', status: 'OPEN' },
      data: { status: 'REPLACED', handledAt: now },
    })
    await tx.proposal.create({
      data: {
        placeId: place.id,
        origin: 'STRUCTURE',
        version: place.version,
        changes,
        message: input.message,
        email,
        createdAt: now,
      },
    })
    await close(tx, requestId, 'PROPOSED', now)
  })
}

/** Locks the place of a link, then its request: in the order of everybody else who writes both. */
async function withLinkedPlace(
  { token, version }: LinkRequest,
  address: string | null,
  now: Date,
  act: (tx: Transaction, requestId: string, place: ConfirmablePlace, email: string | null) => Promise<void>,
): Promise<void> {
  await countAttempt(linkLimits(address), now.getTime())
  const id = requestOfToken(env().SECRET, token)
  const request = id && (await db.confirmationRequest.findUnique({ where: { id }, select: { placeId: true } }))
  if (!id || !request) throw linkIsOver()
  await db.$transaction(async (tx) => {
    const place = await lockPlace(tx, request.placeId)
    const locked = await tx.confirmationRequest.findUniqueOrThrow({ where: { id } })
    if (locked.outcome === 'CONFIRMED' || locked.outcome === 'PROPOSED') return
    if (!isLinkAlive(locked, place.status, now)) throw linkIsOver()
    if (place.version !== version) throw new ListingChangedError(place.version)
    await act(tx, id, place, locked.email)
  })
}

const linkIsOver = () => new NotFoundError('Ce lien ne marche plus.')

async function lockPlace(tx: Transaction, id: string): Promise<ConfirmablePlace> {
  await tx.$queryRaw`SELECT id FROM "Place" WHERE id = ${id} FOR UPDATE`
  const place = await tx.place.findUnique({ where: { id }, select })
  if (!place) throw new NotFoundError('Ce lieu n’existe pas.')
  return place
}

async function close(tx: Transaction, id: string, outcome: ConfirmationOutcome, closedAt: Date) {
  await tx.confirmationRequest.update({ where: { id }, data: { outcome, closedAt } })
}

/**
 * A coordinator says that a listing is true; one that was withdrawn for want of it comes back.
 *
 * @throws ForbiddenError outside the user's territory
 * @throws UserError when the listing changed since she looked at it, or was withdrawn and lacks what a citizen needs
 */
export async function confirmAsCoordinator(user: CurrentUser, id: string, version: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const place = await lockPlace(tx, id)
    const scope = { id, departmentCode: place.commune.departmentCode }
    if (!mayOnPlace(user, 'edit', scope)) throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
    if (place.version !== version) throw new ListingChangedError(place.version)
    await refuseToStayAway(tx, place)
    await confirmPlaceIn(tx, place, { user }, new Date())
  })
}

/**
 * Writes that a place, which the caller has locked, is true as it stands, and who said so; puts one that was
 * withdrawn back, unless it lacks what a citizen needs. What was asked of it is answered: triggers close the request.
 */
export async function confirmPlaceIn(tx: Transaction, place: Confirmed, who: Confirmer, at: Date): Promise<void> {
  const isBack = missingToPublish(place).length === 0 && (await isHeld(tx, place))
  const version = place.version + 1
  await tx.place.update({
    where: { id: place.id },
    data: { version, verifiedAt: at, recordDate: at, ...(isBack && { status: 'PUBLISHED' }) },
  })
  const [user, author] =
    'user' in who ? [who.user, { userId: who.user.id, reason: who.reason ?? null }] : [null, { actor: who.actor }]
  await tx.placeRevision.create({
    data: {
      placeId: place.id,
      version,
      ...author,
      before: { verifiedAt: place.verifiedAt?.toISOString() ?? null, ...(isBack && { status: 'DRAFT' }) },
      after: { verifiedAt: at.toISOString(), ...(isBack && { status: 'PUBLISHED' }) },
    },
  })
  await audit(tx, {
    user,
    action: isBack ? 'place.published' : 'place.confirmed',
    subject: `place ${place.id}`,
    departmentCode: place.commune.departmentCode,
    details: { name: place.name, ...('actor' in who && { by: who.actor }) },
  })
}

/** Confirmed as it stands, a withdrawn listing that lacks something would stay away without a word. */
async function refuseToStayAway(tx: Transaction, place: Confirmed) {
  if (await isHeld(tx, place)) refuseWithout(missingToPublish(place))
}

/** Whether the place was withdrawn by the round, and nobody has decided since. */
async function isHeld(tx: Transaction, { id, status }: Confirmed): Promise<boolean> {
  if (status !== 'DRAFT') return false
  return (await tx.confirmationRequest.count({ where: { placeId: id, heldOn: { not: null } } })) > 0
}

/**
 * Chooses the delays of a hub.
 *
 * @throws ForbiddenError for anybody but the coordinators of that hub
 */
export async function saveHubDelays(user: CurrentUser, { hubId, ...delays }: HubDelays): Promise<void> {
  if (!mayTuneHub(user, hubId))
    throw new ForbiddenError('Seules les personnes qui coordonnent ce hub peuvent le régler.')
  await db.$transaction(async (tx) => {
    const { count } = await tx.hub.updateMany({ where: { id: hubId }, data: delays })
    if (count === 0) throw new NotFoundError('Ce hub n’existe pas.')
    await audit(tx, { user, action: 'hub.delays_set', subject: `hub ${hubId}`, hubId, details: delays })
  })
}

/**
 * Lets the messages of the day leave now rather than tomorrow morning: each leaves once all the same.
 *
 * @throws ForbiddenError for who coordinates no hub
 */
export async function startFreshnessRound(user: CurrentUser): Promise<void> {
  if (!user.memberships.some(({ hubId }) => mayTuneHub(user, hubId ?? ''))) {
    throw new ForbiddenError('Seules les personnes qui coordonnent un hub peuvent envoyer les messages.')
  }
  await addJob(db, 'freshness-round', {}, { key: 'freshness-round' })
}
