import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentPolicy } from '@/lib/content-policy'
import { env } from '@/lib/env'
import { hubExists } from '@/lib/hubs/queries'
import { defaultLocale } from '@/lib/i18n/languages'
import { isInAllLanguages, readLocalPath } from '@/lib/i18n/path'
import { tellLanguage } from '@/lib/i18n/request-headers'
import { leadsToPlace } from '@/lib/places/queries'
import { maskedQuery } from '@/lib/privacy/safe-address'
import { isSameOrigin } from '@/lib/same-origin'
import { isLevel, territoryCode } from '@/lib/territory/pages/address'
import { hasPlaces } from '@/lib/territory/pages/queries'

/**
 * Pages: not the API, whose policy is in next.config.ts, nor files, which run nothing. The file of an import goes
 * straight to its route, which counts its bytes: what passes here is held in memory whole.
 */
export const config = {
  matcher: '/((?!api/|_next/static/|_next/image|icon.svg|favicon.ico|coordination/imports/envoi$).*)',
}

/** Each page gets a policy of its own; Next reads the nonce in the request's copy of it. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refused = await refusalOf(request)
  if (refused) return refused
  const masked = request.method === 'POST' ? null : maskedQuery(request.nextUrl.searchParams)
  if (masked) return redirectTo(request, masked)
  const { PUBLIC_URL, TILES_URL, NODE_ENV } = env()
  const isSecure = PUBLIC_URL.startsWith('https:')
  const policy = contentPolicy({
    nonce: randomBytes(16).toString('base64'),
    tilesUrl: TILES_URL,
    isSecure,
    isDevelopment: NODE_ENV === 'development',
  })
  const url = request.nextUrl.clone()
  const { locale, path } = readLocalPath(url.pathname)
  const isEverywhere = isInAllLanguages(path)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  // Next compares it with the `Origin`, which was judged above: behind a proxy, Next knows another host
  const origin = request.method === 'POST' && headers.get('origin')
  if (origin) headers.set('x-forwarded-host', new URL(origin).host)
  tellLanguage(headers, locale, isEverywhere ? path + url.search : null)
  const init = { request: { headers } }
  const isNowhere = (!isEverywhere && locale !== defaultLocale) || (await isAbsent(path))
  url.pathname = isNowhere ? '/introuvable' : path
  const isElsewhere = url.pathname !== request.nextUrl.pathname
  const response = isElsewhere ? NextResponse.rewrite(url, init) : NextResponse.next(init)
  response.headers.set('content-security-policy', policy)
  if (isSecure) response.headers.set('strict-transport-security', 'max-age=63072000')
  return response
}

/** The same page with another query, which takes the place of the first in what browsers remember. */
function redirectTo(request: NextRequest, query: URLSearchParams): NextResponse {
  const url = request.nextUrl.clone()
  url.search = query.toString()
  return NextResponse.redirect(url, { status: 303, headers: { 'cache-control': 'no-store' } })
}

/** The limit of `next.config.ts`, in bytes. */
const longestForm = 256 * 1024

/** A form from another site, cut, or longer than any of ours: Next would answer as if it had failed itself. */
async function refusalOf(request: NextRequest): Promise<NextResponse | null> {
  const { method, headers } = request
  if (method !== 'POST') return null
  const refuse = (status: number, words: string) =>
    new NextResponse(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const origin = headers.get('origin')
  if (origin !== null && !isSameOrigin(origin, headers.get('host'), env().PUBLIC_URL)) {
    return refuse(403, 'Cette demande ne vient pas de ce site\u00a0: rien n’a été fait.')
  }
  const tooLong = 'Ce texte est trop long\u00a0: rien n’a été fait. Revenez en arrière pour le raccourcir.'
  if (Number(headers.get('content-length')) > longestForm) return refuse(413, tooLong)
  const body = await request.arrayBuffer().catch(() => null)
  if (body && body.byteLength > longestForm) return refuse(413, tooLong)
  return body && (await isWhole(body, headers.get('content-type') ?? ''))
    ? null
    : refuse(400, 'Ce formulaire est arrivé coupé\u00a0: rien n’a été fait. Revenez en arrière pour le renvoyer.')
}

/** Whether a body is what it says: a form in parts ends with its last part. */
async function isWhole(body: ArrayBuffer, type: string): Promise<boolean> {
  if (!type.startsWith('multipart/')) return true
  const form = new Response(body, { headers: { 'content-type': type } }).formData()
  return form.then(
    () => true,
    () => false,
  )
}

/**
 * Whether a page would have nothing to show. Next leaves the markup of `notFound()` to the browser's
 * scripts; an address without a route, such as `/introuvable`, gets a page that the server writes.
 */
async function isAbsent(pathname: string): Promise<boolean> {
  const [, section, name] = /^\/([a-z]+)\/([^/]+)(?:\/(?:fiche|signaler|ecrire))?\/?$/.exec(pathname) ?? []
  if (!name || (section === 'lieux' && name === 'carte')) return false
  const id = decodeURIComponent(name)
  if (section === 'hubs') return !(await hubExists(id))
  if (section === 'lieux') return !(await leadsToPlace(id))
  if (!isLevel(section)) return false
  const code = territoryCode(id)
  return code === null || !(await hasPlaces(section, code))
}
