import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentPolicy } from '@/lib/content-policy'
import { env } from '@/lib/env'

/** Pages: not the API, whose policy is in next.config.ts, nor files, which run nothing. */
export const config = { matcher: '/((?!api/|_next/static/|_next/image|icon.svg|favicon.ico).*)' }

/** Each page gets a policy of its own; Next reads the nonce in the request's copy of it. */
export function proxy(request: NextRequest): NextResponse {
  const { PUBLIC_URL, TILES_URL, NODE_ENV } = env()
  const isSecure = PUBLIC_URL.startsWith('https:')
  const policy = contentPolicy({
    nonce: randomBytes(16).toString('base64'),
    tilesUrl: TILES_URL,
    isSecure,
    isDevelopment: NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (isSecure) response.headers.set('strict-transport-security', 'max-age=63072000')
  return response
}
