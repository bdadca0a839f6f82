import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerJoining, setHubApproval } from '@/lib/accounts/joining/answering/mutations'
import { joinAs, joinAsNewcomer } from '@/lib/accounts/joining/confirming/mutations'
import { forgetRequests } from '@/lib/accounts/joining/mutations'
import { countJoiningFor, joiningOfToken, listJoiningFor, listOwnJoining } from '@/lib/accounts/joining/queries'
import { joiningAnswer } from '@/lib/accounts/joining/schema'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { deskOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { ensureOrganisation, leaveOrganisation } from '@/lib/organisations/mutations'
import { listOrganisationsOf } from '@/lib/organisations/queries'
import { ask, asked, helper, now, password, siret } from '../support/joining'
import { makeHub, makeUser } from '../support/people'

let coordinator: CurrentUser
let elsewhere: CurrentUser
let hubId: string
let since: Date

beforeAll(async () => {
  hubId = await makeHub('hub-centre', ['41'])
  await makeHub('hub-ouest', ['35'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  elsewhere = await makeUser('ouest@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
})

beforeEach(async () => {
  await db.user.deleteMany({ where: { id: { notIn: [coordinator.id, elsewhere.id] } } })
  await db.joinRequest.deleteMany()
  await db.organisation.deleteMany()
  await db.outboxMail.deleteMany()
  await db.throttle.deleteMany()
  since = new Date()
  await db.hub.updateMany({ data: { approvesHelpers: false } })
})

/** What the audit trail tells of joining in this test. */
const trail = () =>
  db.auditEntry.findMany({
    where: { at: { gte: since }, OR: [{ action: { startsWith: 'joining.' } }, { action: 'hub.helpers_set' }] },
    orderBy: { at: 'asc' },
  })
const messagesTo = async (to: string) => (await db.outboxMail.findMany({ where: { to } })).map(({ subject }) => subject)

describe('asking', () => {
  test('sends one link, whether the address has an account or not, with nothing of what was typed', async () => {
    await makeUser(asked.email)
    for (const email of [asked.email, 'unknown@example.org']) {
      const token = await ask({ email })
      const mail = await db.outboxMail.findFirstOrThrow({ where: { to: email } })
      for (const typed of [asked.name, asked.structureName, siret]) expect(mail.text).not.toContain(typed)
      expect(JSON.stringify(await db.joinRequest.findMany())).not.toContain(token)
    }
    const mails = await db.outboxMail.findMany({ select: { subject: true, text: true } })
    const words = mails.map(({ subject, text }) => subject + text.replace(/rejoindre\/\S+/, ''))
    expect(new Set(words).size).toBe(1)
    expect(await db.membership.count({ where: { role: 'HELPER' } })).toBe(0)
  })

  test('counts: three times a quarter of an hour for one address', async () => {
    for (let n = 0; n < 3; n++) await ask()
    await expect(ask()).rejects.toThrow('Trop d’essais')
    expect(await db.joinRequest.count()).toBe(1)
  })
})

describe('the link', () => {
  test('opens the account at once for the first of a structure, which she is then of', async () => {
    const token = await ask()
    expect(await joiningOfToken(token)).toMatchObject({ communeName: 'Blois', hasAccount: false, isConfirmed: false })
    expect(await joinAsNewcomer(token, password)).toEqual({ email: asked.email, joined: 'JOINED' })
    const user = await now(asked.email)
    expect(user.memberships).toMatchObject([{ role: 'HELPER', organisationName: 'CCAS de Blois' }])
    expect(await deskOf(user.id)).toBe('/orientation/suivi')
    const [team] = await listOrganisationsOf(user)
    expect(team).toMatchObject({ siret, commune: { name: 'Blois' } })
    expect(team?.memberships).toMatchObject([{ profession: 'Assistante sociale' }])
    expect(await db.joinRequest.count()).toBe(0)
    expect(await trail()).toMatchObject([{ action: 'joining.accepted', departmentCode: '41' }])
  })

  test('serves once, even followed twice at the same instant', async () => {
    const token = await ask()
    const answers = await Promise.allSettled([joinAsNewcomer(token, password), joinAsNewcomer(token, password)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(joinAsNewcomer(token, password)).rejects.toThrow('ne marche plus')
  })

  test('dies after three days, and when another is asked for', async () => {
    const [first, second] = [await ask(), await ask()]
    await expect(joinAsNewcomer(first, password)).rejects.toThrow('ne marche plus')
    await db.joinRequest.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await joiningOfToken(second)).toBeNull()
    await expect(joinAsNewcomer(second, password)).rejects.toThrow('ne marche plus')
    await ask({ email: 'another@example.org' })
    expect(await db.joinRequest.count()).toBe(1)
  })

  test('that is never followed is forgotten, and so is a request that nobody answers', async () => {
    await helper('first@example.org')
    await joinAsNewcomer(await ask(), password)
    await ask({ email: 'another@example.org' })
    const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000)
    for (const [days, left] of [
      [2, 2],
      [4, 1],
      [89, 1],
      [91, 0],
    ] as const) {
      await forgetRequests(inDays(days))
      expect(await db.joinRequest.count()).toBe(left)
    }
  })

  test('that waited for nothing is told so, with the way to ask again; one that was never followed is not', async () => {
    await helper('first@example.org')
    await joinAsNewcomer(await ask(), password)
    await ask({ email: 'another@example.org' })
    await forgetRequests(new Date(Date.now() + 91 * 24 * 3600 * 1000))
    const mails = await db.outboxMail.findMany({ where: { key: { startsWith: 'joining unanswered ' } } })
    expect(mails).toMatchObject([{ to: asked.email, text: expect.stringContaining('/orientation/rejoindre\n') }])
  })

  test('is for its own address, and asks an account for its password', async () => {
    await joinAsNewcomer(await ask(), password)
    const token = await ask({ siret: '21350238800019', structureName: 'CCAS de Rennes' })
    expect(await joiningOfToken(token)).toMatchObject({ hasAccount: true })
    await expect(joinAsNewcomer(token, password)).rejects.toThrow('déjà un compte')
    await expect(joinAs(coordinator, token)).rejects.toThrow('pour une autre adresse')
    expect(await joinAs(await now(asked.email), token)).toBe('JOINED')
    expect((await listOrganisationsOf(await now(asked.email))).length).toBe(2)
  })

  test('keeps the desk of whoever has another role', async () => {
    const token = await ask({ email: coordinator.email })
    expect(await joinAs(coordinator, token)).toBe('JOINED')
    expect(await deskOf(coordinator.id)).toBe('/coordination')
    await db.membership.deleteMany({ where: { userId: coordinator.id, role: 'HELPER' } })
  })
})

describe('the second of a structure', () => {
  test('waits, sees nothing, and her colleagues are told', async () => {
    await helper('first@example.org')
    expect(await joinAsNewcomer(await ask(), password)).toMatchObject({ joined: 'WAITING' })
    const user = await now(asked.email)
    expect(user.memberships).toEqual([])
    expect(await listOrganisationsOf(user)).toEqual([])
    expect(await deskOf(user.id)).toBe('/orientation/organisation')
    expect(await listOwnJoining(user)).toMatchObject([{ siret }])
    expect(await messagesTo('first@example.org')).toEqual(['Une personne demande à rejoindre votre équipe'])
  })

  test('waits even when the first comes at the same instant', async () => {
    const tokens = [await ask(), await ask({ email: 'other@example.org' })]
    const joined = await Promise.all(tokens.map(async (token) => (await joinAsNewcomer(token, password)).joined))
    expect(joined.sort()).toEqual(['JOINED', 'WAITING'])
    expect(await db.organisation.count()).toBe(1)
  })

  test('is answered by the hub of the structure, wherever she says that it is', async () => {
    await helper('first@example.org')
    const token = await ask()
    await db.joinRequest.updateMany({ data: { communeCode: '35238' } })
    await joinAsNewcomer(token, password)
    expect([await countJoiningFor(coordinator), await countJoiningFor(elsewhere)]).toEqual([1, 0])
  })

  test.each([
    ['a colleague', () => now('first@example.org')],
    ['the hub', async () => coordinator],
  ])('is let in by %s, once', async (_, by) => {
    await helper('first@example.org')
    await joinAsNewcomer(await ask(), password)
    const answering = await by()
    const [request] = await listJoiningFor(answering)
    expect(request).toMatchObject({ email: asked.email, organisation: { name: 'CCAS de Blois', members: 1 } })
    const answer = joiningAnswer.parse({ id: request?.id, decision: 'accept' })
    const answers = await Promise.allSettled([answerJoining(answering, answer), answerJoining(answering, answer)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await now(asked.email)).memberships).toMatchObject([{ organisationName: 'CCAS de Blois' }])
    expect(await messagesTo(asked.email)).toContain('Votre compte d’aidant est ouvert')
    await expect(answerJoining(answering, answer)).rejects.toThrow(NotFoundError)
  })

  test('is let in by nobody else, and not by herself', async () => {
    await helper('first@example.org')
    const organisationId = await ensureOrganisation({ name: 'Autre', siret: '21350238800019', communeCode: '35238' })
    const stranger = await makeUser('stranger@example.org', { role: 'HELPER', organisationId })
    await joinAsNewcomer(await ask(), password)
    const { id } = await db.joinRequest.findFirstOrThrow()
    for (const user of [stranger, elsewhere, await now(asked.email)]) {
      expect(await listJoiningFor(user)).toEqual([])
      await expect(answerJoining(user, { id, decision: 'accept', reason: null })).rejects.toThrow(ForbiddenError)
    }
  })
})

describe('a hub that chose to answer', () => {
  test('has the first of a structure wait, and tells her why it says no', async () => {
    await setHubApproval(coordinator, { hubId, approvesHelpers: true })
    expect(await joinAsNewcomer(await ask(), password)).toMatchObject({ joined: 'WAITING' })
    expect(await db.organisation.count()).toBe(0)
    const [request] = await listJoiningFor(coordinator)
    expect(request?.organisation).toBeNull()
    expect(joiningAnswer.safeParse({ id: request?.id, decision: 'refuse', reason: ' ' }).success).toBe(false)
    await answerJoining(coordinator, joiningAnswer.parse({ id: request?.id, decision: 'refuse', reason: 'Inconnue.' }))
    const mail = await db.outboxMail.findFirstOrThrow({ where: { key: { startsWith: 'joining answer' } } })
    expect(mail.text).toContain('Raison donnée\u00a0: Inconnue.')
    expect((await now(asked.email)).memberships).toEqual([])
    expect(await db.joinRequest.count()).toBe(0)
    expect((await trail()).map(({ action }) => action)).toEqual(['hub.helpers_set', 'joining.asked', 'joining.refused'])
  })

  test('is written to when somebody starts to wait for it, without what she typed, and the hub next to it is not', async () => {
    await db.hub.updateMany({ data: { approvesHelpers: true } })
    await joinAsNewcomer(await ask(), password)
    const mails = await db.outboxMail.findMany({ where: { to: { in: [coordinator.email, elsewhere.email] } } })
    expect(mails).toMatchObject([{ to: coordinator.email, text: expect.stringContaining('/coordination/personnes\n') }])
    for (const typed of [asked.name, asked.email, siret]) expect(mails[0]?.text).not.toContain(typed)
  })

  test('leaves a structure to its own people, and is written to once everybody left it', async () => {
    const first = await helper('first@example.org')
    await joinAsNewcomer(await ask(), password)
    expect(await messagesTo(coordinator.email)).toEqual([])
    await leaveOrganisation(first, first.memberships[0]?.organisationId ?? '', true)
    await joinAsNewcomer(await ask({ email: 'another@example.org' }), password)
    expect(await messagesTo(coordinator.email)).toEqual(['Une demande de compte d’aidant attend votre réponse'])
  })

  test('decides for its own départements alone', async () => {
    await db.hub.updateMany({ where: { slug: 'hub-ouest' }, data: { approvesHelpers: true } })
    expect(await joinAsNewcomer(await ask(), password)).toMatchObject({ joined: 'JOINED' })
  })
})
