import 'server-only'
import { answerLifetime } from '@/lib/accounts/joining/lifetime'
import type { JoiningAnswer } from '@/lib/accounts/joining/schema'
import { type CurrentUser, mayTuneHub } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { queueMail } from '@/lib/mail/mutations'
import { joiningLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { agreementAnswerMessage, agreementAskedMessage, agreementUnansweredMessage } from './messages'
import { listHubsToAsk } from './queries'
import type { AgreementAsk } from './schema'

/**
 * A helper asks the hubs of a place whether her structure may refer people there; those asked already wait on.
 *
 * @throws ForbiddenError for who does not help in that structure, TooManyAttemptsError
 */
export async function askAgreement(user: CurrentUser, { organisationId, placeId }: AgreementAsk): Promise<void> {
  if (!organisationsOf(user).includes(organisationId))
    throw new ForbiddenError('Vous ne faites pas partie de cette organisation.')
  await countAttempt(joiningLimits(user.email, null))
  await db.$transaction(async (tx) => {
    for (const { id: hubId } of await listHubsToAsk(organisationId, placeId, tx)) {
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
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM "HubAgreement" WHERE id = ${id}::uuid FOR UPDATE`
    const asked = await tx.hubAgreement.findUnique({
      where: { id, agreedAt: null },
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
    if (isYes) await tx.hubAgreement.update({ where: { id }, data: { agreedAt: new Date() } })
    else await tx.hubAgreement.delete({ where: { id } })
    const page = `${env().PUBLIC_URL}/lieux`
    const words = agreementAnswerMessage({ hub: hub.name, reason: isYes ? null : reason, page })
    if (askedBy) await queueMail(tx, { key: `agreement answer ${id}`, to: askedBy.email, ...words })
    const action = isYes ? 'agreement.given' : 'agreement.refused'
    await audit(tx, { user, action, subject: `organisation ${organisationId}`, hubId })
  })
}

/** Forgets what no hub answered in three months: whoever asked is told. */
export async function forgetAgreements(now: Date): Promise<void> {
  const late = new Date(now.getTime() - answerLifetime)
  await db.$transaction(async (tx) => {
    const unanswered = await tx.$queryRaw<{ id: string; email: string; hub: string }[]>`
      WITH late AS (
        DELETE FROM "HubAgreement" WHERE "agreedAt" IS NULL AND "askedAt" < ${late} RETURNING *)
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
