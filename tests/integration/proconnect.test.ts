import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RunningProvider, startProConnect } from '../support/proconnect'

// The settings are read when `lib` loads: the provider runs before.
const site = 'http://localhost:3000'
let provider: RunningProvider
let lib: Awaited<ReturnType<typeof load>>

async function load() {
  const [
    { comeBack, leaveForProConnect, leaveProConnect },
    { accountOf },
    { db },
    { openSession, signedInBy, auth },
    people,
  ] = await Promise.all([
    import('@/lib/proconnect/provider'),
    import('@/lib/proconnect/mutations'),
    import('@/lib/db'),
    import('@/lib/auth'),
    import('../support/people'),
  ])
  return { comeBack, leaveForProConnect, leaveProConnect, accountOf, db, openSession, signedInBy, auth, ...people }
}

beforeAll(async () => {
  provider = await startProConnect(site)
  process.env.PROCONNECT_ISSUER = provider.issuer
  process.env.PROCONNECT_CLIENT_ID = provider.clientId
  process.env.PROCONNECT_CLIENT_SECRET = provider.clientSecret
  lib = await load()
})
afterAll(() => provider.close())

const email = 'agent@example.org'

beforeEach(async () => {
  await lib.db.user.deleteMany()
  await lib.db.outboxMail.deleteMany()
})

/** A browser that follows redirects until one leaves the provider, and fills in what it is asked. */
async function signInThere(start: URL, form: Record<string, string>): Promise<URL> {
  const cookies = new Map<string, string>()
  let [url, body]: [URL, URLSearchParams | undefined] = [start, undefined]
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer: Response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { cookie },
      redirect: 'manual',
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (name) cookies.set(name, value ?? '')
    }
    const to: string | null = answer.headers.get('location')
    body = to ? undefined : new URLSearchParams(form)
    url = to ? new URL(to, url) : url
    if (url.origin !== provider.issuer) return url
  }
  throw new Error('The provider leads nowhere.')
}

async function journey(form: Record<string, string>) {
  const { url, kept } = await lib.leaveForProConnect('/coordination/lieux')
  const back = await signInThere(url, form)
  return { left: url, back, kept, identity: () => lib.comeBack(back.search, kept) }
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'signed in',
    (error) => error.refusal ?? String(error),
  )

describe('somebody who signs in at ProConnect', () => {
  test('leaves with a state, a nonce and a PKCE challenge of her own, and says so little of her', async () => {
    const { left } = await journey({ email })
    const other = await journey({ email })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(left.searchParams.get(name)?.length).toBeGreaterThanOrEqual(32)
      expect(left.searchParams.get(name)).not.toBe(other.left.searchParams.get(name))
    }
    expect(left.searchParams.get('code_challenge_method')).toBe('S256')
    expect(left.searchParams.get('scope')).toBe('openid email')
  })

  test('opens the account of her e-mail, whatever its case, which is linked and told of once', async () => {
    const user = await lib.makeUser(email, { role: 'NATIONAL_ADMIN' })
    const identity = await (await journey({ email: 'Agent@Example.org' })).identity()
    expect(identity).toMatchObject({ returnTo: '/coordination/lieux', hasPassed: false })
    expect(await lib.accountOf(identity)).toBe(user.id)
    expect(await lib.accountOf(await (await journey({ email: 'Agent@Example.org' })).identity())).toBe(user.id)
    expect(await lib.db.account.count({ where: { providerId: 'proconnect', userId: user.id } })).toBe(1)
    expect(await lib.db.outboxMail.count({ where: { to: email } })).toBe(1)
  })

  test('keeps her account when her e-mail changes here', async () => {
    const user = await lib.makeUser(email)
    await lib.accountOf(await (await journey({ email })).identity())
    await lib.db.user.update({ where: { id: user.id }, data: { email: 'other@example.org' } })
    expect(await lib.accountOf(await (await journey({ email })).identity())).toBe(user.id)
  })

  test('gets no account and no right by it', async () => {
    const identity = await (await journey({ email: 'nobody@example.org' })).identity()
    expect(await refusal(lib.accountOf(identity))).toBe('unknown')
    expect([await lib.db.user.count(), await lib.db.account.count(), await lib.db.membership.count()]).toEqual([
      0, 0, 0,
    ])
  })

  test('is linked to nobody by an e-mail that nobody checked', async () => {
    await lib.makeUser(email)
    expect(await refusal((await journey({ email, verified: 'no' })).identity().then(lib.accountOf))).toBe('unverified')
    expect(await refusal((await journey({ email, verified: 'yes' })).identity().then(lib.accountOf))).toBe('signed in')
  })

  test.each([
    ['without a second factor is asked for ours', {}, 'SET_UP'],
    ['with one is asked for no other', { mfa: 'on' }, 'DONE'],
  ])('%s', async (_, form, step) => {
    const user = await lib.makeUser(email, { role: 'NATIONAL_ADMIN' })
    const identity = await (await journey({ email, ...form })).identity()
    const { headers } = await lib.auth.api.openVouchedSession({
      body: { userId: user.id, hasPassed: identity.hasPassed, idToken: identity.idToken },
      headers: new Headers(),
      returnHeaders: true,
    })
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await lib.signedInBy(new Headers({ cookie }))).toMatchObject({ step })
  })

  test('is told that she stopped it herself', async () => {
    expect(await refusal((await journey({ cancel: '' })).identity())).toBe('cancelled')
  })

  test('leaves ProConnect too, with what it gave for that', async () => {
    const { idToken } = await (await journey({ email })).identity()
    const url = new URL((await lib.leaveProConnect(idToken)) ?? '')
    expect(url.origin).toBe(provider.issuer)
    expect(url.searchParams.get('id_token_hint')).toBe(idToken)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${site}/connexion`)
    expect((await fetch(url)).status).toBe(200)
  })

  test('has what closes her session there kept sealed', async () => {
    const user = await lib.makeUser(email)
    const identity = await (await journey({ email })).identity()
    await lib.openSession(user.id, identity, 'Firefox')
    const session = await lib.db.session.findFirstOrThrow({ where: { userId: user.id } })
    expect(session).toMatchObject({ userAgent: 'Firefox', secondFactorAt: null })
    expect(session.idToken).not.toContain(identity.idToken)
  })
})

describe('an answer of ProConnect', () => {
  test('serves once', async () => {
    const { identity } = await journey({ email })
    await identity()
    expect(await refusal(identity())).toBe('failed')
  })

  test('is refused in a browser that did not leave, or left for another', async () => {
    const { back, kept } = await journey({ email })
    const other = await lib.leaveForProConnect('/')
    for (const wrong of [undefined, '', 'made up', kept.slice(0, -4), other.kept]) {
      expect(await refusal(lib.comeBack(back.search, wrong))).toBe('stale')
    }
  })

  test('is refused with something else that this site sealed', async () => {
    const { seal } = await import('@/lib/accounts/second-factor/vault')
    const { back } = await journey({ email })
    for (const other of ['', 'ey.an.identity', 'null', '{"state":1}']) {
      expect(await refusal(lib.comeBack(back.search, await seal(other)))).toBe('stale')
    }
  })

  test('is refused with the nonce or the PKCE verifier of another', async () => {
    const { seal, unseal } = await import('@/lib/accounts/second-factor/vault')
    for (const part of ['nonce', 'verifier']) {
      const { back, kept } = await journey({ email })
      const mixed = { ...JSON.parse((await unseal(kept)) ?? ''), [part]: 'x'.repeat(43) }
      expect(await refusal(lib.comeBack(back.search, await seal(JSON.stringify(mixed))))).toBe('failed')
    }
  })

  test('is refused without a code, and with a made-up one', async () => {
    const { back, kept } = await journey({ email })
    const state = back.searchParams.get('state') ?? ''
    for (const search of [`?state=${state}`, `?state=${state}&code=made-up&iss=${provider.issuer}`]) {
      expect(await refusal(lib.comeBack(search, kept))).toBe('failed')
    }
  })
})
