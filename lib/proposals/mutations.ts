import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { confirmPlaceIn } from '@/lib/freshness/mutations'
import { type Snapshot, same } from '@/lib/places/snapshot'
import type { ProposalStatus } from '@/prisma/client/enums'
import { isTextField } from './fields'
import type { QueueAnswer } from './schema'
import { takeValues, tell } from './taken/mutations'

/** Answers wait for edits of the same place. */
const patience = { maxWait: 15_000, timeout: 15_000 }

const outcomes = {
  ACCEPTED: 'La fiche est à jour, avec les changements que vous avez proposés.',
  AMENDED: 'La fiche est à jour. Nous avons repris une partie de vos changements, ou nous les avons adaptés.',
  REFUSED: 'Après vérification, nous avons laissé la fiche comme elle est.',
} as const

const actions = { ACCEPTED: 'proposal.accepted', AMENDED: 'proposal.amended', REFUSED: 'proposal.refused' } as const

type Answer = Omit<QueueAnswer, 'kind'>

/**
 * Takes a proposal, whole or in part, with other words perhaps; refuses it; or takes a refused one up again. Whoever
 * proposed is told. Refusing what a structure proposes says that its listing is true.
 *
 * @throws ForbiddenError outside the user's territory
 * @throws VersionConflictError when a field that she takes changed since she looked
 * @throws UserError when somebody else has answered meanwhile, or nothing is taken
 */
export async function answerProposal(user: CurrentUser, answer: Answer): Promise<void> {
  await db.$transaction(async (tx) => {
    const proposal = await lockProposal(tx, user, answer.id)
    if (answer.decision === 'reopen') return reopen(tx, answer.id, proposal.status)
    if (proposal.status !== 'OPEN') throw new UserError('Quelqu’un a déjà répondu à cette proposition.')
    const status =
      answer.decision === 'accept' ? await take(tx, user, proposal, answer) : await refuse(tx, user, proposal)
    const handledAt = new Date()
    await tx.proposal.update({ where: { id: answer.id }, data: { status, handledAt, handledById: user.id } })
    await audit(tx, {
      user,
      action: actions[status],
      subject: `place ${proposal.placeId}`,
      departmentCode: proposal.place.commune.departmentCode,
      details: { name: proposal.place.name, origin: proposal.origin },
    })
    const key = `proposal ${answer.id} ${handledAt.toISOString()}`
    await tell(tx, { ...proposal, key, outcome: outcomes[status], word: answer.word })
  }, patience)
}

type Proposal = Awaited<ReturnType<typeof lockProposal>>

/** Locks the place, then the proposal, as the link of a structure does. */
async function lockProposal(tx: Transaction, user: CurrentUser, id: string) {
  await tx.$queryRaw`
    SELECT p.id FROM "Place" p JOIN "Proposal" x ON x."placeId" = p.id WHERE x.id = ${id}::uuid FOR UPDATE OF p`
  const proposal = await tx.proposal.findUnique({
    where: { id },
    select: {
      placeId: true,
      origin: true,
      changes: true,
      email: true,
      source: true,
      status: true,
      place: {
        select: {
          id: true,
          name: true,
          version: true,
          status: true,
          address: true,
          verifiedAt: true,
          services: { select: { service: true } },
          commune: { select: { name: true, departmentCode: true } },
        },
      },
    },
  })
  if (!proposal) throw new NotFoundError('Cette proposition n’existe pas.')
  const scope = { id: proposal.placeId, departmentCode: proposal.place.commune.departmentCode }
  if (!mayOnPlace(user, 'answer', scope)) throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
  return proposal
}

async function take(tx: Transaction, user: CurrentUser, proposal: Proposal, answer: Answer) {
  const changes = proposal.changes as Snapshot
  const proposed = Object.keys(changes)
  const values: Snapshot = Object.fromEntries(
    proposed
      .filter((field) => answer.take.includes(field))
      .map((field) => [
        field,
        (isTextField(field) && field in answer.value ? answer.value[field] : changes[field]) ?? null,
      ]),
  )
  const taken = Object.keys(values)
  if (taken.length === 0 && proposed.length > 0) {
    throw new UserError('Rien n’est coché. Cochez ce que vous reprenez, ou refusez la proposition.')
  }
  const reason =
    proposal.origin === 'STRUCTURE' ? 'Proposition de la structure' : `Proposition du fichier ${proposal.source}`
  const { placeId } = proposal
  // The answer has its own line in the trail
  const { fields } = await takeValues(tx, user, { placeId, version: answer.version, values, reason, audited: null })
  if (fields.length === 0) await sayTrue(tx, user, proposal, reason)
  const isWhole = taken.length === proposed.length && taken.every((field) => same(values[field], changes[field]))
  return isWhole ? 'ACCEPTED' : 'AMENDED'
}

async function refuse(tx: Transaction, user: CurrentUser, proposal: Proposal) {
  await sayTrue(tx, user, proposal, 'Proposition de la structure refusée\u00a0: la fiche est juste')
  return 'REFUSED' as const
}

/** A structure looked at its whole listing: what it did not mention is true, and so is what was refused. */
async function sayTrue(tx: Transaction, user: CurrentUser, { origin, place }: Proposal, reason: string) {
  if (origin !== 'STRUCTURE' || place.status === 'ARCHIVED') return
  await confirmPlaceIn(tx, place, { user, reason }, new Date())
}

/** What was taken is undone from the history of the place; what was refused may be looked at again. */
async function reopen(tx: Transaction, id: string, status: ProposalStatus) {
  if (status !== 'REFUSED') throw new UserError('Seule une proposition refusée peut être reprise.')
  const { placeId, source, origin } = await tx.proposal.findUniqueOrThrow({ where: { id } })
  if (origin === 'IMPORT' && (await tx.proposal.count({ where: { placeId, source, origin, status: 'OPEN' } })) > 0) {
    throw new UserError('Une proposition plus récente de ce fichier attend déjà.')
  }
  await tx.proposal.update({ where: { id }, data: { status: 'OPEN', handledAt: null, handledById: null } })
}
