import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { queueMail } from '@/lib/mail/mutations'
import { addHelper, ensureOrganisation } from '@/lib/organisations/mutations'
import { joiningLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import type { Prisma } from '@/prisma/client/client'
import { setPasswordHash } from '../mutations'
import { hashPassword, randomToken, tokenHash } from '../password'
import { type CurrentUser, mayGrant, mayTuneHub } from '../permissions'
import { answerLifetime, joiningLifetime } from './lifetime'
import {
  answerMessage,
  colleagueAsksMessage,
  confirmationMessage,
  hubAskedMessage,
  unansweredMessage,
} from './messages'
import type { JoiningAnswer, JoiningInput } from './schema'

const shown = {
  id: true,
  email: true,
  name: true,
  profession: true,
  structureName: true,
  siret: true,
  communeCode: true,
  userId: true,
  commune: { select: { departmentCode: true } },
} as const satisfies Prisma.JoinRequestSelect

type Request = Prisma.JoinRequestGetPayload<{ select: typeof shown }>

/** `WAITING`: a colleague, or the hub, is to say yes. */
export type Joined = 'JOINED' | 'WAITING'

/**
 * Sends the link that confirms an address. It does the same whether the address has an account or not, and the
 * message holds nothing that was typed: it may go to somebody who asked for nothing.
 *
 * @param communeCode that `input.lieu` means
 * @throws TooManyAttemptsError after three times for one address in a quarter of an hour
 */
export async function askToJoin(
  { lieu: _, ...input }: JoiningInput,
  communeCode: string,
  address: string | null,
): Promise<void> {
  await countAttempt(joiningLimits(input.email, address))
  const [token, now] = [randomToken(), Date.now()]
  const email = input.email.toLowerCase()
  await db.$transaction(async (tx) => {
    // Whoever never confirmed is forgotten; whoever asks again gets another link.
    await tx.joinRequest.deleteMany({
      where: { confirmedAt: null, OR: [{ expiresAt: { lt: new Date(now) } }, { email, siret: input.siret }] },
    })
    const { id } = await tx.joinRequest.create({
      data: {
        ...input,
        email,
        communeCode,
        tokenHash: tokenHash(token),
        expiresAt: new Date(now + joiningLifetime),
      },
      select: { id: true },
    })
    const link = `${env().PUBLIC_URL}/orientation/rejoindre/${token}`
    await queueMail(tx, { key: `joining ${id}`, to: email, ...confirmationMessage(link) })
  })
}

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
    const { email, name } = request
    const known = await tx.user.findUnique({ where: { email }, select: { accounts: { select: { id: true } } } })
    if (known && known.accounts.length > 0) {
      throw new UserError('Vous avez déjà un compte\u00a0: connectez-vous, puis rouvrez le lien du message.')
    }
    const { id } = await tx.user.upsert({
      where: { email },
      create: { email, name, emailVerified: true },
      update: { name, emailVerified: true },
      select: { id: true },
    })
    await setPasswordHash(tx, id, passwordHash)
    return { email, joined: await settle(tx, request, { id, email }) }
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

/** Forgets whoever never confirmed her address, and the requests that nobody answered in three months: these are told. */
export async function forgetRequests(now: Date): Promise<void> {
  const late = new Date(now.getTime() - answerLifetime)
  await db.$transaction(async (tx) => {
    await tx.joinRequest.deleteMany({ where: { confirmedAt: null, expiresAt: { lt: now } } })
    const unanswered = await tx.$queryRaw<{ id: string; email: string }[]>`
      DELETE FROM "JoinRequest" WHERE "confirmedAt" < ${late} RETURNING id, email::text`
    const words = unansweredMessage(`${env().PUBLIC_URL}/orientation/rejoindre`)
    const mails = unanswered.map(({ id, email }) => ({ key: `joining unanswered ${id}`, to: email, ...words }))
    if (mails.length > 0) await queueMail(tx, ...mails)
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

/** The request of a link, locked: of two who follow it at once, the second finds it used. */
async function takeUp(tx: Transaction, token: string): Promise<Request> {
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
async function settle(tx: Transaction, request: Request, user: { id: string; email: string }): Promise<Joined> {
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

function organisationOf(tx: Transaction, { siret }: Request) {
  return tx.organisation.findFirst({
    where: { siret },
    select: {
      id: true,
      communeCode: true,
      commune: { select: { departmentCode: true } },
      memberships: { select: { userId: true, user: { select: { email: true } } } },
    },
  })
}

const hubsOf = (departmentCode: string) => ({ endedOn: null, departments: { some: { departmentCode } } })
/** Those that chose to answer */
const approving = (departmentCode: string) => ({ ...hubsOf(departmentCode), approvesHelpers: true })

async function isApproved(tx: Transaction, { commune: { departmentCode } }: Request): Promise<boolean> {
  return (await tx.hub.count({ where: approving(departmentCode) })) > 0
}

/** Writes to those who coordinate the hubs that are to answer. */
async function tellHubs(tx: Transaction, request: Request, hub: Prisma.HubWhereInput): Promise<void> {
  const coordinators = await tx.user.findMany({
    where: { memberships: { some: { role: 'HUB_COORDINATOR', hub } } },
    select: { id: true, email: true },
  })
  const words = hubAskedMessage(`${env().PUBLIC_URL}/coordination/personnes`)
  const mails = coordinators.map(({ id, email }) => ({ key: `joining ${request.id} ${id}`, to: email, ...words }))
  if (mails.length > 0) await queueMail(tx, ...mails)
}

async function letIn(tx: Transaction, request: Request, userId: string): Promise<void> {
  const { structureName: name, siret, communeCode, profession } = request
  const organisationId = await ensureOrganisation({ name, siret, communeCode }, tx)
  await addHelper(tx, { userId, organisationId, profession })
}

function told({ email, structureName, siret, commune }: Request, userId: string) {
  return {
    subject: `user ${userId}`,
    departmentCode: commune.departmentCode,
    details: { email, structure: structureName, siret },
  }
}
