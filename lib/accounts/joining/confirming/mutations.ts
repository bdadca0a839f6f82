import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { queueMail } from '@/lib/mail/mutations'
import type { Prisma } from '@/prisma/client/client'
import { makeNewcomer } from '../../mutations'
import { hashPassword, tokenHash } from '../../password'
import type { CurrentUser } from '../../permissions'
import { type JoinRequest, letIn, organisationOf, shown, told } from '../letting-in/mutations'
import { colleagueAsksMessage, hubAskedMessage } from '../messages'

/** `WAITING`: a colleague, or the hub, is to say yes. */
export type Joined = 'JOINED' | 'WAITING'

/**
 * Confirms an address and makes its account: whoever holds the link reads the mail sent to it.
 *
 * @returns the e-mail to sign in with, and what came of the request
 * @throws UserError when the link no longer works, or the address has an account to sign in with
 */
export async function joinAsNewcomer(token: string, password: string): Promise<{ email: string; joined: Joined }> {
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    const request = await takeUp(tx, token)
    const newcomer = await makeNewcomer(tx, request, passwordHash)
    return { email: newcomer.email, joined: await settle(tx, request, newcomer) }
  })
}

/**
 * Confirms an address with the account that is signed in.
 *
 * @throws UserError when the link is for another address, or no longer works
 */
export async function joinAs(user: CurrentUser, token: string): Promise<Joined> {
  return db.$transaction(async (tx) => {
    const request = await takeUp(tx, token)
    if (request.email.toLowerCase() !== user.email.toLowerCase()) {
      throw new UserError('Ce lien est pour une autre adresse. Déconnectez-vous, puis rouvrez-le.')
    }
    return settle(tx, request, user)
  })
}

/** The request of a link, locked: of two who follow it at once, the second finds it used. */
async function takeUp(tx: Transaction, token: string): Promise<JoinRequest> {
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "JoinRequest"
    WHERE "tokenHash" = ${tokenHash(token)} AND "confirmedAt" IS NULL AND "expiresAt" > now() FOR UPDATE`
  const request = taken && (await tx.joinRequest.findUnique({ where: { id: taken.id }, select: shown }))
  if (!request) throw new UserError('Ce lien ne marche plus. Refaites votre demande pour en recevoir un autre.')
  return request
}

/**
 * Lets her in at once, or has her wait: for the hub where it chose so, and always where others work already, or
 * whoever types the SIRET of a town hall would read what it follows.
 */
async function settle(tx: Transaction, request: JoinRequest, user: { id: string; email: string }): Promise<Joined> {
  // Two people of one new structure at once: the second finds the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`organisation ${request.siret}`}))`
  const organisation = await organisationOf(tx, request)
  const isIn = organisation?.memberships.some(({ userId }) => userId === user.id)
  if (isIn || (!organisation && !(await isApproved(tx, request)))) {
    await letIn(tx, request, user.id)
    await tx.joinRequest.delete({ where: { id: request.id } })
    if (!isIn) await audit(tx, { user, action: 'joining.accepted', ...told(request, user.id) })
    return 'JOINED'
  }
  await tx.joinRequest.deleteMany({ where: { userId: user.id, siret: request.siret } })
  const communeCode = organisation?.communeCode ?? request.communeCode
  await tx.joinRequest.update({
    where: { id: request.id },
    data: { userId: user.id, confirmedAt: new Date(), communeCode },
  })
  const page = `${env().PUBLIC_URL}/orientation/organisation`
  for (const { userId, user: colleague } of organisation?.memberships ?? []) {
    const words = colleagueAsksMessage({ name: request.name, email: request.email, page })
    await queueMail(tx, { key: `joining ${request.id} ${userId}`, to: colleague.email, ...words })
  }
  const departmentCode = (organisation?.commune ?? request.commune).departmentCode
  // Where everybody left, only a hub can answer, whatever it chose.
  const hubs = organisation?.memberships.length === 0 ? hubsOf(departmentCode) : approving(departmentCode)
  await tellHubs(tx, request, hubs)
  await audit(tx, { user, action: 'joining.asked', ...told(request, user.id) })
  return 'WAITING'
}

const hubsOf = (departmentCode: string) => ({ endedOn: null, departments: { some: { departmentCode } } })
/** Those that chose to answer */
const approving = (departmentCode: string) => ({ ...hubsOf(departmentCode), approvesHelpers: true })

async function isApproved(tx: Transaction, { commune: { departmentCode } }: JoinRequest): Promise<boolean> {
  return (await tx.hub.count({ where: approving(departmentCode) })) > 0
}

/** Writes to those who coordinate the hubs that are to answer. */
async function tellHubs(tx: Transaction, request: JoinRequest, hub: Prisma.HubWhereInput): Promise<void> {
  const coordinators = await tx.user.findMany({
    where: { memberships: { some: { role: 'HUB_COORDINATOR', hub } } },
    select: { id: true, email: true },
  })
  const words = hubAskedMessage(`${env().PUBLIC_URL}/coordination/personnes`)
  const mails = coordinators.map(({ id, email }) => ({ key: `joining ${request.id} ${id}`, to: email, ...words }))
  if (mails.length > 0) await queueMail(tx, ...mails)
}
