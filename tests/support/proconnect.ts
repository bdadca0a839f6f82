import { createHash, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider, { type JWK, type KoaContextWithOIDC } from 'oidc-provider'

/** A provider of OpenID Connect that behaves as ProConnect documents: JWT for user information, PKCE, `amr`, `acr`. */
export interface RunningProvider {
  issuer: string
  clientId: string
  clientSecret: string
  close(): Promise<void>
}

interface Person {
  email: string
  /** `undefined` as at ProConnect, which says nothing of it */
  email_verified?: boolean
}

const clientId = 'a-deux-pas'
const clientSecret = 'a secret that ProConnect gave this site'

/** @param siteUrl the site that people come from, without a final slash */
export async function startProConnect(siteUrl: string, port = 0): Promise<RunningProvider> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, Person>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${siteUrl}/connexion/proconnect/retour`],
        post_logout_redirect_uris: [`${siteUrl}/connexion`],
        token_endpoint_auth_method: 'client_secret_post',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK] },
    cookies: { keys: ['tests'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null, amr: null },
    acrValues: ['eidas1', 'eidas2'],
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: showSignOut },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    // Nobody is asked whether this site may know her e-mail, as at ProConnect.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email')
      grant.addOIDCClaims(['amr', 'acr'])
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) interact(provider, people, request, response).catch(console.error)
    else answer(request, response)
  })
  return {
    issuer,
    clientId,
    clientSecret,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The page where one says who one is: anybody, with or without a second factor. */
async function interact(
  provider: Provider,
  people: Map<string, Person>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Fournisseur</title><form method="post">
      <label>E-mail <input name="email"></label> <label><input type="checkbox" name="mfa"> Second facteur</label>
      <button name="go">Continuer</button> <button name="cancel">Annuler</button></form>`)
    return
  }
  const sent = new URLSearchParams(await text(request))
  if (sent.has('cancel')) {
    return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'cancelled' })
  }
  const email = sent.get('email') ?? ''
  const accountId = createHash('sha256').update(email).digest('hex')
  const verified = sent.get('verified')
  people.set(accountId, { email, ...(verified && { email_verified: verified === 'yes' }) })
  const amr = sent.has('mfa') ? ['pwd', 'totp', 'mfa'] : ['pwd']
  await provider.interactionFinished(request, response, { login: { accountId, acr: 'eidas1', amr } })
}

/** What asks whether one really signs out, answered at once. */
function showSignOut(context: KoaContextWithOIDC, form: string) {
  context.body = `<!doctype html><title>Déconnexion</title>${form}<script>
    const form = document.forms[0], yes = document.createElement('input')
    Object.assign(yes, { type: 'hidden', name: 'logout', value: 'yes' })
    form.append(yes); form.submit()</script>`
}
