import { beforeEach, describe, expect, test } from 'vitest'
import { createUser } from '@/lib/accounts/mutations'
import { addPasskey, askForPasskey, offerPasskey, passByPasskey } from '@/lib/accounts/passkeys/mutations'
import { membershipsOf } from '@/lib/accounts/queries'
import {
  confirmTotp,
  passByCode,
  removeTotp,
  renewBackupCodes,
  resetSecondFactor,
  startTotp,
} from '@/lib/accounts/second-factor/mutations'
import { pendingTotpSecret, secondFactorsOf } from '@/lib/accounts/second-factor/queries'
import { auth, signedInBy } from '@/lib/auth'
import { db } from '@/lib/db'
import { ForbiddenError, UserError } from '@/lib/errors'
import { TooManyAttemptsError } from '@/lib/throttle/limits'
import { codeOf } from '../support/one-time-code'
import { makeHub, makeUser } from '../support/people'
import { actorOf, openSession } from '../support/signing-in'

const email = 'coordinatrice@example.org'
const hubSlug = 'hub-centre'
let userId: string

beforeEach(async () => {
  await db.user.deleteMany()
  await db.throttle.deleteMany()
  await db.hub.deleteMany()
  await makeHub(hubSlug, ['41'])
  const memberships = [{ role: 'HUB_COORDINATOR' as const, hubSlug }]
  userId = (await createUser({ email, name: 'Coordinatrice', memberships })).id
})

const stepOf = async (headers: Headers) => (await signedInBy(headers))?.step

/** An application and backup codes, taken up in a session of their own. */
async function setUp() {
  const headers = await openSession(userId)
  await startTotp(userId)
  const secret = (await pendingTotpSecret(userId)) ?? ''
  const first = codeOf(secret)
  const codes = await confirmTotp(await actorOf(headers), first)
  return { headers, secret, first, codes }
}

describe('a coordinator', () => {
  test('is led to a second factor at her first sign-in, and may do nothing before', async () => {
    const headers = await openSession(userId)
    expect(await signedInBy(headers)).toMatchObject({ step: 'SET_UP', mustHaveOne: true, hasSecondFactor: false })
  })

  test('takes up an application by its first code, which opens that session', async () => {
    const { headers, codes } = await setUp()
    expect(await stepOf(headers)).toBe('DONE')
    expect(new Set(codes).size).toBe(10)
    expect(await secondFactorsOf(userId)).toMatchObject({ hasTotp: true, backupCodes: 10 })
    const told = await db.outboxMail.findMany({ where: { to: email }, select: { text: true } })
    expect(told.map(({ text }) => text).join()).toContain('Une application de codes a été ajoutée')
    expect(await db.auditEntry.count({ where: { action: 'account.second_factor_added', userId } })).toBe(1)
  })

  test('is not helped by an application whose first code was not typed', async () => {
    const headers = await openSession(userId)
    await startTotp(userId)
    await expect(confirmTotp(await actorOf(headers), '000000')).rejects.toThrow(UserError)
    expect(await stepOf(headers)).toBe('SET_UP')
    expect(await secondFactorsOf(userId)).toMatchObject({ hasTotp: false, backupCodes: 0 })
  })

  test('waits at the second step in every other session, those that were open included', async () => {
    const earlier = await openSession(userId)
    const { secret } = await setUp()
    expect(await stepOf(earlier)).toBe('VERIFY')
    await passByCode(await actorOf(earlier), codeOf(secret, 1))
    expect(await stepOf(earlier)).toBe('DONE')
  })

  test('keeps her application until the first code of another', async () => {
    const { secret } = await setUp()
    await startTotp(userId)
    const headers = await openSession(userId)
    await passByCode(await actorOf(headers), codeOf(secret, 1))
    expect(await stepOf(headers)).toBe('DONE')
  })
})

describe('a code', () => {
  test('serves once, even sent ten times at once and from several sessions', async () => {
    const { secret } = await setUp()
    const sessions = await Promise.all(Array.from({ length: 4 }, () => openSession(userId)))
    const code = codeOf(secret, 1)
    const tries = await Promise.allSettled(sessions.map(async (headers) => passByCode(await actorOf(headers), code)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const steps = await Promise.all(sessions.map(stepOf))
    expect(steps.filter((step) => step === 'DONE')).toHaveLength(1)
  })

  test('that took up the application does not open another session', async () => {
    const { first } = await setUp()
    const headers = await openSession(userId)
    await expect(passByCode(await actorOf(headers), first)).rejects.toThrow('n’est pas le bon')
  })

  test('of somebody else is no code', async () => {
    await setUp()
    const other = await createUser({ email: 'b@example.org', name: 'B', memberships: [] })
    const theirs = await openSession(other.id)
    await startTotp(other.id)
    const secret = (await pendingTotpSecret(other.id)) ?? ''
    await confirmTotp(await actorOf(theirs), codeOf(secret))
    const headers = await openSession(userId)
    await expect(passByCode(await actorOf(headers), codeOf(secret, 1))).rejects.toThrow('n’est pas le bon')
  })

  test('may be guessed five times, even at once, then waits', async () => {
    const { secret } = await setUp()
    const actor = await actorOf(await openSession(userId))
    const guesses = await Promise.allSettled(Array.from({ length: 20 }, () => passByCode(actor, '000000')))
    const wrong = guesses.filter(
      (guess) => guess.status === 'rejected' && !(guess.reason instanceof TooManyAttemptsError),
    )
    expect(wrong).toHaveLength(5)
    await expect(passByCode(actor, codeOf(secret, 1))).rejects.toThrow(TooManyAttemptsError)
  })

  test('cannot be made from what the database holds', async () => {
    const { secret, codes } = await setUp()
    const held = JSON.stringify([await db.totp.findMany(), await db.backupCode.findMany()])
    expect(held).not.toContain(secret)
    for (const code of codes) expect(held).not.toContain(code.replace('-', ''))
  })
})

describe('a backup code', () => {
  test('opens one session, however it is typed, and is told of', async () => {
    const { codes } = await setUp()
    const [first, second] = [await openSession(userId), await openSession(userId)]
    await passByCode(await actorOf(first), (codes[0] ?? '').toUpperCase().replace('-', ''))
    expect(await stepOf(first)).toBe('DONE')
    await expect(passByCode(await actorOf(second), codes[0] ?? '')).rejects.toThrow('déjà servi')
    expect((await secondFactorsOf(userId)).backupCodes).toBe(9)
    expect(await db.auditEntry.count({ where: { action: 'account.backup_code_used', userId } })).toBe(1)
  })

  test('stops working when others are made', async () => {
    const { codes } = await setUp()
    const renewed = await renewBackupCodes({ id: userId, email })
    const headers = await openSession(userId)
    await expect(passByCode(await actorOf(headers), codes[0] ?? '')).rejects.toThrow(UserError)
    await passByCode(await actorOf(headers), renewed[0] ?? '')
  })
})

describe('the last second factor', () => {
  test('stays with whoever must have one', async () => {
    const { headers } = await setUp()
    const { user } = await actorOf(headers)
    await expect(removeTotp(user)).rejects.toThrow('ajoutez-en une autre')
    expect((await secondFactorsOf(userId)).hasTotp).toBe(true)
  })

  test('goes with its backup codes when its owner need not have one', async () => {
    await setUp()
    await db.membership.deleteMany({ where: { userId } })
    await removeTotp({ id: userId, email, name: 'C', memberships: [] })
    expect(await secondFactorsOf(userId)).toEqual({ hasTotp: false, passkeys: [], backupCodes: 0 })
    expect(await stepOf(await openSession(userId))).toBe('DONE')
  })
})

describe('a passkey', () => {
  const madeUp = { id: 'bWFkZSB1cA', rawId: 'bWFkZSB1cA', type: 'public-key', response: {}, clientExtensionResults: {} }

  test('that is made up is not added, and what was asked is asked again', async () => {
    const actor = await actorOf(await openSession(userId))
    await offerPasskey(actor.user, actor.sessionId)
    await expect(addPasskey(actor, madeUp as never, 'Clé')).rejects.toThrow('n’a pas été reconnue')
    await expect(addPasskey(actor, madeUp as never, 'Clé')).rejects.toThrow('trop ancienne')
    expect(await db.passkey.count()).toBe(0)
  })

  test('of another account, or without its signature, opens nothing', async () => {
    const other = await makeUser('b@example.org')
    const passkey = { credentialId: madeUp.id, publicKey: new Uint8Array([1]), name: 'Clé', transports: [] }
    await db.passkey.create({ data: { ...passkey, userId: other.id } })
    await setUp()
    for (const owner of [userId, other.id]) {
      const headers = await openSession(owner)
      const actor = await actorOf(headers)
      await askForPasskey(owner, actor.sessionId)
      await expect(passByPasskey(actor, madeUp as never)).rejects.toThrow('n’a pas été reconnue')
      expect(await stepOf(headers)).toBe('VERIFY')
    }
  })
})

describe('a lost second factor', () => {
  test('is taken away by an administrator, with every session, and told of', async () => {
    const { headers } = await setUp()
    const admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
    await resetSecondFactor(admin, userId)
    expect(await signedInBy(headers)).toBeNull()
    expect(await stepOf(await openSession(userId))).toBe('SET_UP')
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'account.second_factor_reset' } })
    expect(entry).toMatchObject({ userId: admin.id, subject: `user ${userId}` })
  })

  test('is taken away by nobody else', async () => {
    await setUp()
    const memberships = await membershipsOf(userId)
    const reset = resetSecondFactor({ id: userId, email, name: 'C', memberships }, userId)
    await expect(reset).rejects.toThrow(ForbiddenError)
    expect((await secondFactorsOf(userId)).hasTotp).toBe(true)
  })
})

test('a demonstration account and other roles sign in in one step', async () => {
  const reader = await makeUser('reader@example.org', { role: 'READER', hubSlug })
  expect(await stepOf(await openSession(reader.id))).toBe('DONE')
  await db.user.update({ where: { id: userId }, data: { isDemo: true } })
  expect(await stepOf(await openSession(userId))).toBe('DONE')
})

test('a session cannot be opened for anybody by asking for it', async () => {
  const asked = await auth.handler(
    new Request('http://localhost:3000/api/auth/open-vouched-session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
      body: JSON.stringify({ userId, hasPassed: true, idToken: '' }),
    }),
  )
  expect(asked.status).toBe(404)
  expect(await db.session.count()).toBe(0)
})
