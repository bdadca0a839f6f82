import { beforeEach, describe, expect, test } from 'vitest'
import { createPasswordLink, createUser, setPasswordByLink } from '@/lib/accounts/mutations'
import { membershipsOf, userOfPasswordLink } from '@/lib/accounts/queries'
import { auth, signIn } from '@/lib/auth'
import { db } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { accountLimits, TooManyAttemptsError } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { makeHub } from '../support/people'

const email = 'coordinatrice@example.org'
const password = 'une phrase bien longue'
const home = '192.0.2.1'

beforeEach(async () => {
  await db.user.deleteMany()
  await db.throttle.deleteMany()
  await db.verification.deleteMany()
  await createUser({ email, name: 'Coordinatrice', password, memberships: [] })
})

async function openSession(): Promise<Headers> {
  const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
  return new Headers({ cookie: headers.get('set-cookie')?.split(';')[0] ?? '' })
}

const whoHas = async (headers: Headers) => (await auth.api.getSession({ headers }))?.user.email ?? null

describe('a session', () => {
  test('is a signed cookie that scripts cannot read and other sites do not send', async () => {
    const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
    expect(headers.get('set-cookie')).toMatch(
      /^a-deux-pas\.session_token=[^;]{40,}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('is known by its cookie, and by no other', async () => {
    const headers = await openSession()
    expect(await whoHas(headers)).toBe(email)
    const forged = headers.get('cookie')?.replace(/.{6}$/, 'AAAAAA') ?? ''
    expect(await whoHas(new Headers({ cookie: forged }))).toBeNull()
    const { token } = await db.session.findFirstOrThrow()
    expect(await whoHas(new Headers({ cookie: `a-deux-pas.session_token=${token}` }))).toBeNull()
  })

  test('ends a week after it began, used or not', async () => {
    const headers = await openSession()
    const { expiresAt } = await db.session.findFirstOrThrow()
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(7 * 24 * 3600 * 1000)
    await whoHas(headers)
    expect(await db.session.findFirst()).toMatchObject({ expiresAt })
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await whoHas(headers)).toBeNull()
  })

  test('ends with its account and when it is closed', async () => {
    const [kept, closed] = [await openSession(), await openSession()]
    await auth.api.signOut({ headers: closed })
    expect([await whoHas(kept), await whoHas(closed)]).toEqual([email, null])
    await db.user.deleteMany()
    expect(await whoHas(kept)).toBeNull()
  })

  test('cannot be had by signing up', async () => {
    const body = { email: 'new@example.org', name: 'New', password }
    await expect(auth.api.signUpEmail({ body })).rejects.toThrow()
    expect(await db.user.count()).toBe(1)
  })
})

describe('signing in', () => {
  test('says the same of a wrong password and of an unknown account', async () => {
    const wrong = 'L’adresse e-mail ou le mot de passe n’est pas le bon.'
    await expect(signIn(email, 'wrong', home)).rejects.toThrow(wrong)
    await expect(signIn('nobody@example.org', password, home)).rejects.toThrow(wrong)
    await expect(signIn('not an address', password, home)).rejects.toThrow(wrong)
  })

  test('works whatever the case of the address', async () => {
    await signIn('Coordinatrice@Example.ORG', password, home)
    expect(await db.session.count()).toBe(1)
  })

  test('closes after five wrong passwords from one place, even to the right one', async () => {
    for (let n = 0; n < 5; n++) await expect(signIn(email, 'wrong', home)).rejects.toThrow('n’est pas le bon')
    await expect(signIn(email, password, home)).rejects.toThrow('Trop d’essais. Attendez 15 minutes, puis recommencez.')
    await expect(signIn(email, password, home)).rejects.toThrow(TooManyAttemptsError)
    const { id } = await db.user.findUniqueOrThrow({ where: { email } })
    expect(await db.auditEntry.count({ where: { action: 'account.locked', subject: `user ${id}` } })).toBe(1)
    await signIn(email, password, '192.0.2.2')
  })

  test('counts fifty guesses at once as fifty', async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 50 }, () => signIn(email, 'wrong', home)))
    const refused = guesses.filter(
      (guess) => guess.status === 'rejected' && guess.reason instanceof TooManyAttemptsError,
    )
    expect(refused).toHaveLength(45)
  })

  test('closes an account to guesses from everywhere after thirty', async () => {
    for (let n = 0; n < 30; n++) await signIn(email, 'wrong', `198.51.100.${n}`).catch(() => null)
    await expect(signIn(email, password, '203.0.113.1')).rejects.toThrow(TooManyAttemptsError)
  })

  test('closes to an address that tries many accounts', async () => {
    for (let n = 0; n < 30; n++) await signIn(`a${n}@example.org`, 'wrong', home).catch(() => null)
    await expect(signIn(email, password, home)).rejects.toThrow(TooManyAttemptsError)
  })

  test('does not count successes against an address', async () => {
    for (let n = 0; n < 31; n++) await signIn(email, password, home)
  })

  test('does not give an address its failures back for a success', async () => {
    for (let n = 0; n < 29; n++) await signIn(`a${n}@example.org`, 'wrong', home).catch(() => null)
    await signIn(email, password, home)
    await signIn('b@example.org', 'wrong', home).catch(() => null)
    await expect(signIn(email, password, home)).rejects.toThrow(TooManyAttemptsError)
  })

  test('counts from nothing after a success and after a quarter of an hour', async () => {
    for (let n = 0; n < 4; n++) await signIn(email, 'wrong', home).catch(() => null)
    await signIn(email, password, home)
    for (let n = 0; n < 5; n++) await expect(signIn(email, 'wrong', home)).rejects.toThrow('n’est pas le bon')
    const limits = accountLimits(email, home)
    await expect(countAttempt(limits)).rejects.toThrow(TooManyAttemptsError)
    await countAttempt(limits, Date.now() + 15 * 60 * 1000 + 1)
  })

  test('keeps nothing of what was typed', async () => {
    await signIn('secret-address@example.org', 'wrong', home).catch(() => null)
    expect(JSON.stringify(await db.throttle.findMany({ select: { key: true } }))).not.toContain('secret')
  })
})

describe('a one-time link', () => {
  const idOf = async () => (await db.user.findUniqueOrThrow({ where: { email } })).id

  test('sets the password, closes every session and is used up', async () => {
    const headers = await openSession()
    const token = await createPasswordLink(await idOf())
    expect(await userOfPasswordLink(token)).toMatchObject({ email })
    expect(await setPasswordByLink(token, 'une autre phrase longue')).toBe(email)
    expect(await whoHas(headers)).toBeNull()
    await expect(signIn(email, password, home)).rejects.toThrow(UserError)
    await signIn(email, 'une autre phrase longue', home)
    await expect(setPasswordByLink(token, password)).rejects.toThrow('ne marche plus')
    expect(await userOfPasswordLink(token)).toBeNull()
  })

  test('works once when it is followed ten times at once', async () => {
    const token = await createPasswordLink(await idOf())
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => setPasswordByLink(token, `phrase longue ${n}`)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('works for a day, and until the next one', async () => {
    const old = await createPasswordLink(await idOf(), new Date(Date.now() - 24 * 3600 * 1000 - 1))
    await expect(setPasswordByLink(old, password)).rejects.toThrow('ne marche plus')
    const first = await createPasswordLink(await idOf())
    await createPasswordLink(await idOf())
    await expect(setPasswordByLink(first, password)).rejects.toThrow('ne marche plus')
  })

  test('cannot be read from the database', async () => {
    const token = await createPasswordLink(await idOf())
    expect(JSON.stringify(await db.verification.findMany())).not.toContain(token)
  })
})

describe('an account', () => {
  test('has its hub and its départements', async () => {
    await makeHub('hub-centre', ['41', '37'])
    const memberships = [{ role: 'HUB_COORDINATOR' as const, hubSlug: 'hub-centre' }]
    const { id, created } = await createUser({ email: 'COORDINATRICE@example.org', name: 'C', memberships })
    expect(created).toBe(false)
    await createUser({ email, name: 'C', memberships })
    expect(await membershipsOf(id)).toMatchObject([
      { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre', departmentCodes: ['37', '41'], placeId: null },
    ])
    await db.hub.deleteMany()
  })

  test.each([
    ['a coordinator without a hub', { role: 'HUB_COORDINATOR' as const }, 'va avec un hub'],
    ['an administrator of a hub', { role: 'NATIONAL_ADMIN' as const, hubSlug: 'x' }, 'ne va ni avec un hub'],
    ['a place editor without a place', { role: 'PLACE_EDITOR' as const }, 'va avec un lieu'],
    ['a helper', { role: 'HELPER' as const }, 'organisation'],
  ])('is not made for %s', async (_, membership, reason) => {
    await expect(createUser({ email: 'x@example.org', name: 'X', memberships: [membership] })).rejects.toThrow(reason)
    expect(await db.user.count()).toBe(1)
  })

  test('is not made for a hub or an address that does not exist', async () => {
    const membership = { role: 'READER' as const, hubSlug: 'no-such-hub' }
    const made = createUser({ email: 'x@example.org', name: 'X', memberships: [membership] })
    await expect(made).rejects.toThrow(NotFoundError)
    await expect(createUser({ email: 'x', name: 'X', memberships: [] })).rejects.toThrow(UserError)
    expect(await db.user.count()).toBe(1)
  })
})
