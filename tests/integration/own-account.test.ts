import { beforeEach, describe, expect, test } from 'vitest'
import { createUser } from '@/lib/accounts/mutations'
import { hashPassword } from '@/lib/accounts/password'
import { askPasswordLink, sendPasswordLink } from '@/lib/accounts/recovery/mutations'
import {
  changePassword,
  closeOtherSessions,
  closeSession,
  confirmIdentity,
  renameUser,
} from '@/lib/accounts/sessions/mutations'
import { isConfirmed, listSessions, mustBeConfirmed } from '@/lib/accounts/sessions/queries'
import { signedInBy, signIn } from '@/lib/auth'
import { db } from '@/lib/db'
import { tasks } from '@/lib/jobs/tasks'
import { TooManyAttemptsError } from '@/lib/throttle/limits'
import { actorOf, openSession } from '../support/signing-in'

const email = 'editrice@example.org'
const password = 'une phrase bien longue'
const passwordHash = hashPassword(password)
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0'
let userId: string

beforeEach(async () => {
  await db.user.deleteMany()
  await db.throttle.deleteMany()
  await db.outboxMail.deleteMany()
  userId = (await createUser({ email, name: 'Éditrice', memberships: [] })).id
  await db.account.create({
    data: { userId, providerId: 'credential', accountId: userId, password: await passwordHash },
  })
})

const age = (minutes: number) => db.session.updateMany({ data: { createdAt: new Date(Date.now() - minutes * 60_000) } })

describe('sessions', () => {
  test('are listed with their device in plain words, this one marked, those that are over left out', async () => {
    const here = await actorOf(await openSession(userId, firefox))
    await openSession(userId)
    await openSession(userId)
    await db.session.updateMany({
      where: { userAgent: '', id: { not: here.sessionId } },
      data: { expiresAt: new Date(0) },
    })
    const there = await actorOf(await openSession(userId))
    const listed = await listSessions(userId, here.sessionId)
    expect(listed.map(({ id, device, isThisOne }) => ({ id, device, isThisOne }))).toEqual(
      expect.arrayContaining([
        { id: here.sessionId, device: 'Firefox, Windows', isThisOne: true },
        { id: there.sessionId, device: 'Appareil inconnu', isThisOne: false },
      ]),
    )
    expect(listed).toHaveLength(2)
  })

  test('are closed one by one, at once, and only by whom they are', async () => {
    const [mine, other] = [await openSession(userId), await openSession(userId)]
    const { user, sessionId } = await actorOf(other)
    const stranger = await createUser({ email: 'x@example.org', name: 'X', memberships: [] })
    await expect(closeSession(stranger, sessionId)).rejects.toThrow('déjà fermée')
    expect(await signedInBy(other)).not.toBeNull()
    await closeSession(user, sessionId)
    expect([await signedInBy(mine), await signedInBy(other)]).toEqual([expect.anything(), null])
    await expect(closeSession(user, sessionId)).rejects.toThrow('déjà fermée')
  })

  test('are closed all but this one', async () => {
    const [here, ...others] = await Promise.all(Array.from({ length: 4 }, () => openSession(userId)))
    const { user, sessionId } = await actorOf(here as Headers)
    await closeOtherSessions(user, sessionId)
    expect(await signedInBy(here as Headers)).not.toBeNull()
    for (const other of others) expect(await signedInBy(other)).toBeNull()
  })

  test('tell when they were last used, without a write a page', async () => {
    const headers = await openSession(userId)
    const { sessionId } = await actorOf(headers)
    const seen = async () => (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt
    const first = await seen()
    await signedInBy(headers)
    expect(await seen()).toEqual(first)
    const earlier = new Date(Date.now() - 6 * 60_000)
    await db.session.update({ where: { id: sessionId }, data: { lastSeenAt: earlier } })
    await signedInBy(headers)
    expect((await seen()).getTime()).toBeGreaterThan(earlier.getTime() + 5 * 60_000)
  })
})

describe('what opens the account', () => {
  test('changes for a quarter of an hour after signing in or giving the password again, not later', async () => {
    const headers = await openSession(userId)
    expect(await isConfirmed(await actorOf(headers))).toBe(true)
    await age(16)
    await expect(mustBeConfirmed(await actorOf(headers))).rejects.toThrow('Redonnez d’abord votre mot de passe')
    await expect(confirmIdentity(await actorOf(headers), 'wrong')).rejects.toThrow('n’est pas le bon')
    expect(await isConfirmed(await actorOf(headers))).toBe(false)
    await confirmIdentity(await actorOf(headers), password)
    expect(await isConfirmed(await actorOf(headers))).toBe(true)
    const another = await openSession(userId)
    await age(16)
    expect(await isConfirmed(await actorOf(another))).toBe(false)
    await db.verification.updateMany({ data: { expiresAt: new Date(0) } })
    expect(await isConfirmed(await actorOf(headers))).toBe(false)
  })

  test('is not guessed: five wrong passwords wait', async () => {
    const actor = await actorOf(await openSession(userId))
    for (let n = 0; n < 5; n++)
      await expect(changePassword(actor, 'wrong', 'x'.repeat(12))).rejects.toThrow('pas le bon')
    await expect(changePassword(actor, password, 'x'.repeat(12))).rejects.toThrow(TooManyAttemptsError)
  })
})

test('a new name leaves both in the audit trail, the same one leaves nothing', async () => {
  const { user } = await actorOf(await openSession(userId))
  await renameUser(user, 'Éditrice')
  await renameUser(user, 'Élise Nouvelle')
  expect(
    await db.auditEntry.findMany({ where: { subject: `user ${userId}`, action: 'account.renamed' } }),
  ).toMatchObject([{ userId, details: { before: 'Éditrice', after: 'Élise Nouvelle' } }])
})

test('a password is changed by whoever gives the present one, which closes every other session and is told', async () => {
  const [here, there] = [await openSession(userId), await openSession(userId)]
  await changePassword(await actorOf(here), password, 'une autre phrase longue')
  expect([await signedInBy(here), await signedInBy(there)]).toEqual([expect.anything(), null])
  await expect(signIn(email, password, null)).rejects.toThrow('n’est pas le bon')
  await signIn(email, 'une autre phrase longue', null)
  const told = await db.outboxMail.findMany({ where: { to: email }, select: { text: true } })
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('Le mot de passe de votre compte a été changé.')
})

describe('a forgotten password', () => {
  const request = '11111111-1111-4111-8111-111111111111'

  test('is asked for in the background, the same for an unknown account', async () => {
    for (const asked of [email, 'nobody@example.org']) await askPasswordLink(asked, null)
    const jobs = await db.$queryRaw<{ email: string }[]>`
      SELECT payload->>'email' AS email FROM graphile_worker._private_jobs WHERE payload->>'email' IS NOT NULL ORDER BY id`
    expect(jobs).toEqual([{ email }, { email: 'nobody@example.org' }])
    expect(await db.outboxMail.count()).toBe(0)
  })

  test('brings one link, even when its job is done twice, and nothing to an unknown account', async () => {
    const signal = new AbortController().signal
    await tasks['send-password-link']({ email: 'nobody@example.org', request }, signal)
    expect(await db.outboxMail.count()).toBe(0)
    for (let n = 0; n < 2; n++) await sendPasswordLink({ email, request })
    const [mail, ...others] = await db.outboxMail.findMany({ where: { to: email }, select: { text: true } })
    expect(others).toEqual([])
    expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/mot-de-passe\/[\w-]{43}$/m)
  })

  test('is asked for three times in a quarter of an hour, for an account or for none', async () => {
    for (const asked of [email, 'nobody@example.org']) {
      for (let n = 0; n < 3; n++) await askPasswordLink(asked, `192.0.2.${n}`)
      await expect(askPasswordLink(asked, '192.0.2.9')).rejects.toThrow(TooManyAttemptsError)
    }
  })
})
