import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A message as the server took it. */
export interface Received {
  to: string
  from: string
  messageId: string
  /** Headers and content, as sent */
  raw: string
}

/** A mail server that keeps what it takes; `options` makes it difficult. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...options,
    onData: async (stream, { envelope }, callback) => {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const raw = Buffer.concat(chunks).toString()
      received.push({
        to: envelope.rcptTo[0]?.address ?? '',
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '',
        raw,
      })
      callback()
    },
  })
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
