import diagnosticsChannel from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { clientAddress, clientAddressHeader } from '@/lib/accounts/client-address'
import { env } from '@/lib/env'

/**
 * Next hands pages no socket, and believes any `X-Forwarded-For`. Node tells of each request
 * before Next sees it: its address is then written in a header of ours, over whatever came in it.
 */
export function register() {
  diagnosticsChannel.subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request
    const forwarded = headers['x-forwarded-for']
    const address = clientAddress(
      socket.remoteAddress ?? null,
      Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null),
      env().TRUSTED_PROXIES,
    )
    if (address === null) delete headers[clientAddressHeader]
    else headers[clientAddressHeader] = address
  })
}
