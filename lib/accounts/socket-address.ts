import diagnosticsChannel from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/env'
import { clientAddress, clientAddressHeader } from './client-address'

/**
 * Next hands pages no socket, and believes any `X-Forwarded-For`. Node tells of each request
 * before Next sees it: its address is then written in a header of ours, over whatever came in it.
 */
export function writeAddressOnRequests(): void {
  diagnosticsChannel.subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request
    const forwarded = headers['x-forwarded-for']
    const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null)
    const address = clientAddress(socket.remoteAddress ?? null, forwardedFor, env().TRUSTED_PROXIES)
    if (address === null) delete headers[clientAddressHeader]
    else headers[clientAddressHeader] = address
  })
}
