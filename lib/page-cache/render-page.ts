import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, type RequestListener, request } from 'node:http'
import { duplexPair } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Rendering } from './kept-page'

/**
 * Asks a server for its pages as a visitor of whom nothing is known, without a network: each line to it is
 * a pair of streams.
 */
export function pageRenderer(handler: RequestListener, host: string): (path: string) => Promise<Rendering> {
  const server = createServer(handler)
  const agent = new Agent({ keepAlive: false })
  agent.createConnection = () => {
    const [ours, theirs] = duplexPair()
    server.emit('connection', theirs)
    return ours
  }
  return async (path) => {
    const asked = request({ agent, path, headers: { host, accept: 'text/html' } }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) }
  }
}
