// Serves a build on PORT until it is told to stop: Next, behind the pages that are kept. `npm start` starts it.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { unlessAway } from '@/lib/health/away'
import { databaseState } from '@/lib/health/queries'
import { keepPages } from '@/lib/page-cache/keep-pages'
import { closeMarks, readMark } from '@/lib/page-cache/queries'
import { pageRenderer } from '@/lib/page-cache/render-page'
import { onInterruption } from './interruption'

/**
 * Next fails at what no `Request` can be made of, and would keep on disk every size of an image: pages ask for none, and
 * where it is told so (`unoptimized`) it renders a whole page for each.
 */
function refusalOf({ method, url = '' }: IncomingMessage): number | null {
  if (method === 'TRACE') return 405
  if (!url.startsWith('/')) return 400
  return url.startsWith('/_next/image') ? 404 : null
}

const port = Number(process.env.PORT)
const site = next({ dev: false, port })
await site.prepare()
const handle = site.getRequestHandler()
const renderEach: RequestListener = (request, response) => {
  handle(request, response).catch((error) => {
    console.error(error)
    response.destroy()
  })
}
const render = pageRenderer(renderEach, new URL(env().PUBLIC_URL).host)
const answer = keepPages({ render, readMark }, unlessAway(databaseState, renderEach))
const server = createServer((request, response) => {
  const refusal = refusalOf(request)
  if (refusal === null) answer(request, response)
  else response.writeHead(refusal).end()
}).listen(port)
await once(server, 'listening')

onInterruption(async () => {
  server.close()
  await once(server, 'close')
  await Promise.all([site.close(), closeMarks()])
})
// The interruption ends this process.
await new Promise(() => {})
