import diagnosticsChannel from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * An address whose path every decoder can read: a percent sign that starts no UTF-8 character stands
 * for itself. `/lieux/100%` then names something that does not exist, and is answered so.
 */
export function readablePath(asked: string): string {
  // As a client asks a proxy: we serve no other site, and lead to none
  const url = asked.replace(/^https?:\/\/[^/?#]*(?=([/?#]?))/i, (_, next) => (next === '/' ? '' : '/'))
  const start = url.indexOf('?')
  const path = start < 0 ? url : url.slice(0, start)
  return isReadable(path) ? url : path.replaceAll('%', '%25') + url.slice(path.length)
}

/** Next answers 500 to a path it cannot decode, before any of our code: Node tells of each request earlier. */
export function mendRequestPaths(): void {
  diagnosticsChannel.subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    if (request.url) request.url = readablePath(request.url)
  })
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
