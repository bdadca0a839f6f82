import * as oidc from 'openid-client'
import { z } from 'zod'
import { seal, unseal } from '@/lib/accounts/second-factor/vault'
import { usedSecondFactor } from './assurance'
import { type ProConnectSettings, proConnectSettings } from './settings'

/** Why ProConnect signed nobody in: each has its sentence. */
export type ProConnectRefusal = 'unknown' | 'unverified' | 'cancelled' | 'stale' | 'failed'

export class ProConnectError extends Error {
  override name = 'ProConnectError'

  constructor(
    readonly refusal: ProConnectRefusal,
    options?: ErrorOptions,
  ) {
    super(`ProConnect signed nobody in: ${refusal}`, options)
  }
}

/** Somebody as ProConnect knows her. */
export interface Identity {
  /** Hers at this site, through one employer */
  sub: string
  email: string
  /** False when ProConnect says that nobody checked the e-mail */
  isEmailVerified: boolean
  hasPassed: boolean
  /** What closes her session there */
  idToken: string
}

const attempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })
const userInfo = z.object({ email: z.email(), email_verified: z.boolean().optional() })

/** How long a sign-in may take at ProConnect, in seconds. */
export const attemptSeconds = 10 * 60

/** One discovery a process, again after a failure. */
let discovered: { issuer: string; configuration: Promise<oidc.Configuration> } | undefined

function discover({ issuer, clientId, clientSecret }: ProConnectSettings): Promise<oidc.Configuration> {
  if (discovered?.issuer === issuer.href) return discovered.configuration
  const inClear = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const configuration = oidc.discovery(issuer, clientId, undefined, oidc.ClientSecretPost(clientSecret), {
    // Signatures are checked too, not only whom the answers come from.
    execute: [oidc.enableNonRepudiationChecks, ...inClear],
    timeout: 10,
  })
  discovered = { issuer: issuer.href, configuration }
  configuration.catch(() => {
    discovered = undefined
  })
  return configuration
}

function switchedOn(): ProConnectSettings {
  const settings = proConnectSettings()
  if (!settings) throw new ProConnectError('failed')
  return settings
}

/**
 * Where somebody signs in at ProConnect, and what her browser keeps meanwhile, sealed: who comes back with another
 * state, nonce or PKCE verifier is not the one who left.
 *
 * @throws ProConnectError when ProConnect does not answer
 */
export async function leaveForProConnect(returnTo: string): Promise<{ url: URL; kept: string }> {
  const settings = switchedOn()
  const configuration = await orFailed(discover(settings))
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: settings.redirectUri,
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    claims: JSON.stringify({ id_token: { amr: { essential: true } } }),
  })
  return { url, kept: await seal(JSON.stringify({ state, nonce, verifier, returnTo })) }
}

/**
 * Who comes back from ProConnect.
 *
 * @param search the query of the address that she came back to
 * @param kept what her browser kept
 * @throws ProConnectError when she was refused there, when it is not she who left, or when ProConnect fails
 */
export async function comeBack(search: string, kept: string | undefined): Promise<Identity & { returnTo: string }> {
  const settings = switchedOn()
  const { state, nonce, verifier, returnTo } = attemptOf(kept === undefined ? null : await unseal(kept))
  const url = new URL(settings.redirectUri + search)
  if (url.searchParams.get('state') !== state) throw new ProConnectError('stale')
  if (url.searchParams.get('error') === 'access_denied') throw new ProConnectError('cancelled')
  const identity = await orFailed(identify(settings, url, { state, nonce, verifier }))
  return { ...identity, returnTo }
}

/** What was sealed may be from another time, or for something else. */
function attemptOf(opened: string | null): z.output<typeof attempt> {
  try {
    return attempt.parse(JSON.parse(opened ?? ''))
  } catch (cause) {
    throw new ProConnectError('stale', { cause })
  }
}

async function identify(
  settings: ProConnectSettings,
  url: URL,
  { state, nonce, verifier }: { state: string; nonce: string; verifier: string },
): Promise<Identity> {
  const configuration = await discover(settings)
  const tokens = await oidc.authorizationCodeGrant(configuration, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || !tokens.id_token) throw new Error('ProConnect gave no identity.')
  const info = userInfo.parse(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub))
  return {
    sub: claims.sub,
    email: info.email,
    isEmailVerified: info.email_verified !== false,
    hasPassed: usedSecondFactor(claims),
    idToken: tokens.id_token,
  }
}

/** Where the session at ProConnect is closed; null where it cannot be. */
export async function leaveProConnect(idToken: string): Promise<string | null> {
  const settings = proConnectSettings()
  if (!settings) return null
  try {
    const configuration = await discover(settings)
    return oidc.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: settings.signedOutUri,
      state: oidc.randomState(),
    }).href
  } catch {
    return null
  }
}

async function orFailed<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (cause) {
    throw new ProConnectError('failed', { cause })
  }
}
