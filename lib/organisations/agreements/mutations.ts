import 'server-only'
import { answerLifetime } from '@/lib/accounts/joining/lifetime'
import type { JoiningAnswer } from '@/lib/accounts/joining/schema'
import { type CurrentUser, mayTuneHub } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { type Mail, queueMail } from '@/lib/mail/mutations'
import { agreementLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { Prisma } from '@/prisma/client/client'
import {
  agreementAnswerMessage,
  agreementAskedMessage,
  agreementUnansweredMessage,
  agreementWithdrawnMessage,
} from './messages'
import { hasSent, listHubsToAsk } from './queries'
import { mayAsk } from './refusal'
import type { AgreementAsk, AgreementChange } from './schema'

/**
 * A helper asks the hubs of a place whether her structure may refer people there; those asked already wait on.
 *
 * @throws ForbiddenError for who does not help in that structure, TooManyAttemptsError
 * @throws UserError when they said no within three months
 */
export async function askAgreement(user: CurrentUser, { organisationId, placeId }: AgreementAsk): Promise<void> {
  if (!organisationsOf(user).includes(organisationId))
    throw new ForbiddenError('Vous ne faites pas partie de cette organisation.')
  await countAttempt(agreementLimits(user.id))
  await db.$transaction(async (tx) => {
    const hubs = await listHubsToAsk(organisationId, placeId, tx)
    const open = hubs.filter(({ refusedAt }) => mayAsk(refusedAt))
    if (hubs.length > 0 && open.length === 0)
      throw new UserError(
        'Le hub a dit non à votre structure. Vous pourrez refaire la demande trois mois après sa réponse.',
      )
    for (const { id: hubId, refusedAt } of open) {
      if (refusedAt) await tx.hubAgreement.deleteMany({ where: { organisationId, hubId, refusedAt } })
      const [asked] = await tx.hubAgreement.createManyAndReturn({
        data: [{ organisationId, hubId, askedById: user.id }],
        // A colleague was first.
        skipDuplicates: true,
        select: { id: true },
      })
      if (!asked) continue
      const coordinators = await tx.user.findMany({
        where: { memberships: { some: { role: 'HUB_COORDINATOR', hubId } } },
        select: { id: true, email: true },
      })
      const words = agreementAskedMessage(`${env().PUBLIC_URL}/coordination/personnes#aidants`)
      await queueMail(
        tx,
        ...coordinators.map(({ id, email }) => ({ key: `agreement ${asked.id} ${id}`, to: email, ...words })),
      )
      await audit(tx, { user, action: 'agreement.asked', subject: `organisation ${organisationId}`, hubId })
    }
  })
}

/**
 * Says yes or no for a hub; whoever asked is told by mail. A yes holds for the whole structure.
 *
 * @throws ForbiddenError for who does not coordinate that hub
 * @throws NotFoundError once somebody answered
 */
export async function answerAgreement(user: CurrentUser, { id, decision, reason }: JoiningAnswer): Promise<void> {
  await answer(user, id, decision, 'asked', (hub, page) =>
    agreementAnswerMessage({ hub, reason: decision === 'accept' ? null : reason, page }),
  )
}

/**
 * Takes back the yes of a hub, or its no; whoever asked is told by mail. What was sent already goes on.
 *
 * @throws ForbiddenError for who does not coordinate that hub
 * @throws NotFoundError once somebody did
 */
export async function changeAgreement(user: CurrentUser, { id, decision }: AgreementChange): Promise<void> {
  const isYes = decision === 'accept'
  await answer(user, id, decision, isYes ? 'refused' : 'agreed', (hub, page) =>
    isYes ? agreementAnswerMessage({ hub, reason: null, page }) : agreementWithdrawnMessage(hub, page),
  )
}

const states = {
  asked: { agreedAt: null, refusedAt: null },
  agreed: { agreedAt: { not: null } },
  refused: { refusedAt: { not: null } },
}

async function answer(
  user: CurrentUser,
  id: string,
  decision: AgreementChange['decision'],
  from: keyof typeof states,
  words: (hub: string, page: string) => Pick<Mail, 'subject' | 'text'>,
): Promise<void> {
  const at = new Date()
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM "HubAgreement" WHERE id = ${id}::uuid FOR UPDATE`
    const asked = await tx.hubAgreement.findUnique({
      where: { id, ...states[from] },
      select: {
        hubId: true,
        organisationId: true,
        hub: { select: { name: true } },
        askedBy: { select: { email: true } },
      },
    })
    if (!asked) throw new NotFoundError('Quelqu’un a déjà répondu à cette demande.')
    const { hubId, hub, organisationId, askedBy } = asked
    if (!mayTuneHub(user, hubId)) throw new ForbiddenError('Seul le hub répond à cette demande.')
    const isYes = decision === 'accept'
    await tx.hubAgreement.update({
      where: { id },
      data: { agreedAt: isYes ? at : null, refusedAt: isYes ? null : at },
    })
    const mail = words(hub.name, `${env().PUBLIC_URL}/lieux`)
    if (askedBy) await queueMail(tx, { key: `agreement answer ${id} ${at.getTime()}`, to: askedBy.email, ...mail })
    const no = from === 'agreed' ? 'agreement.withdrawn' : 'agreement.refused'
    await audit(tx, { user, action: isYes ? 'agreement.given' : no, subject: `organisation ${organisationId}`, hubId })
  })
}

/**
 * Forgets what no hub answered in three months: whoever asked is told. Where the structure sent somebody already, under
 * a yes that was taken back or that of another hub, the silence stays as a no, as old as the question: without it, what
 * was sent would let the structure in.
 */
export async function forgetAgreements(now: Date): Promise<void> {
  const late = new Date(now.getTime() - answerLifetime)
  await db.$transaction(async (tx) => {
    const unanswered = await tx.$queryRaw<{ id: string; email: string; hub: string }[]>`
      WITH late AS (
        SELECT a.*, ${hasSent(Prisma.sql`a."organisationId"`, Prisma.sql`a."hubId"`)} AS "hasSent" FROM "HubAgreement" a
        WHERE a."agreedAt" IS NULL AND a."refusedAt" IS NULL AND a."askedAt" < ${late} FOR UPDATE OF a),
      kept AS (
        UPDATE "HubAgreement" a SET "refusedAt" = a."askedAt" FROM late WHERE late.id = a.id AND late."hasSent"),
      gone AS (DELETE FROM "HubAgreement" a USING late WHERE late.id = a.id AND NOT late."hasSent")
      SELECT late.id, u.email::text, h.name AS hub
      FROM late JOIN "Hub" h ON h.id = late."hubId" JOIN "User" u ON u.id = late."askedById"`
    await queueMail(
      tx,
      ...unanswered.map(({ id, email, hub }) => ({
        key: `agreement unanswered ${id}`,
        to: email,
        ...agreementUnansweredMessage(hub),
      })),
    )
  })
}
