import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { errorWords } from '@/lib/i18n/error-words'
import { directionOf } from '@/lib/i18n/languages'
import { localPath, readLocalPath } from '@/lib/i18n/path'
import type { DatabaseState } from './queries'

/** Files of the build and of `public`, icons, and the route that says by itself how the database is. */
const needsNone = /^\/(_next\/|icons\/|api\/health$|[\w-]+\.(js|json|svg|webmanifest)(\?|$))/

/**
 * Answers 503 with a sentence while the database is away. Next would answer 500, by a page that is blank where no
 * script runs. A busy machine is not one without its database: what answers late is waited for.
 */
export function unlessAway(stateOf: () => Promise<DatabaseState>, others: RequestListener): RequestListener {
  return async (request, response) => {
    const isAway = !needsNone.test(request.url ?? '') && (await stateOf()) === 'away'
    if (isAway) tellAway(request, response)
    else others(request, response)
  }
}

function tellAway({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
  const { type, body } = url.startsWith('/api/') ? problem : page(url)
  response.writeHead(503, {
    'content-type': type,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'retry-after': '10',
  })
  response.end(method === 'HEAD' ? undefined : body)
}

/** In the form of RFC 9457, as the API tells everything else. */
const problem = {
  type: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'La base de données ne répond pas.', status: 503 }),
}

function page(url: string): { type: string; body: string } {
  const { locale } = readLocalPath(url.split('?')[0] ?? '')
  const { error, title, text, home } = errorWords[locale]
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${error} · ${title}</title>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="${localPath(locale, '/')}">${home}</a></p>
</main>
</html>
`,
  }
}
