import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { queueMail } from '@/lib/mail/mutations'
import { type CurrentUser, mayGrant, mayTuneHub } from '../../permissions'
import { letIn, organisationOf, shown, told } from '../letting-in/mutations'
import { answerMessage } from '../messages'
import type { JoiningAnswer } from '../schema'

/**
 * Says yes or no to whoever waits; she is told by mail, and the request goes.
 *
 * @throws ForbiddenError for whoever is neither a colleague nor of the hub
 * @throws NotFoundError once somebody answered
 */
export async function answerJoining(user: CurrentUser, { id, decision, reason }: JoiningAnswer): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "JoinRequest" WHERE id = ${id}::uuid FOR UPDATE`
    const request = await tx.joinRequest.findUnique({ where: { id, confirmedAt: { not: null } }, select: shown })
    if (!request?.userId) throw new NotFoundError('Quelqu’un a déjà répondu à cette demande.')
    const { email, commune, userId } = request
    const organisation = await organisationOf(tx, request)
    const place = { hubId: null, departmentCode: commune.departmentCode, organisationId: organisation?.id ?? null }
    if (!mayGrant(user, { role: 'HELPER', ...place })) {
      throw new ForbiddenError('Seuls un collègue de cette structure ou son hub répondent à cette demande.')
    }
    if (decision === 'accept') await letIn(tx, request, userId)
    await tx.joinRequest.delete({ where: { id } })
    const page = `${env().PUBLIC_URL}${decision === 'accept' ? '/connexion' : '/orientation'}`
    const words = answerMessage({ reason: decision === 'accept' ? null : reason, page })
    await queueMail(tx, { key: `joining answer ${id}`, to: email, ...words })
    const action = decision === 'accept' ? 'joining.accepted' : 'joining.refused'
    await audit(tx, { user, action, ...told(request, userId) })
  })
}

/**
 * Chooses whether a hub answers the helpers of its départements who ask to join.
 *
 * @throws ForbiddenError when the person does not coordinate this hub
 */
export async function setHubApproval(
  user: CurrentUser,
  { hubId, approvesHelpers }: { hubId: string; approvesHelpers: boolean },
): Promise<void> {
  if (!mayTuneHub(user, hubId)) {
    throw new ForbiddenError('Seules les personnes qui coordonnent ce hub peuvent le régler.')
  }
  await db.$transaction(async (tx) => {
    const { count } = await tx.hub.updateMany({ where: { id: hubId }, data: { approvesHelpers } })
    if (count === 0) throw new NotFoundError('Ce hub n’existe pas.')
    await audit(tx, {
      user,
      action: 'hub.helpers_set',
      subject: `hub ${hubId}`,
      hubId,
      details: { approvesHelpers },
    })
  })
}
