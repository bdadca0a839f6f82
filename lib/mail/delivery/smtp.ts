import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '@/lib/env'
import { type Failure, failureOf } from './failure'

export interface Letter {
  id: string
  to: string
  subject: string
  text: string
  createdAt: Date
}

/** Milliseconds that a server has for each answer, and for all of them */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
export const longestDelivery = 60_000

/**
 * Hands one message to the mail server. Its Message-ID follows from its id: a server or a reader that gets it
 * twice can tell.
 *
 * @returns why it did not leave; undefined once the server has taken it
 */
export async function deliver({ id, to, subject, text, createdAt }: Letter): Promise<Failure | undefined> {
  const host = new URL(env().PUBLIC_URL).hostname
  const transport = createTransport({
    url: env().SMTP_URL,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      signal: AbortSignal.timeout(longestDelivery),
      messageId: `<${id}@${host}>`,
      date: createdAt,
      from: env().MAIL_FROM ?? `À deux pas <ne-pas-repondre@${host}>`,
      to: { name: '', address: to },
      subject,
      text,
      // No machine answers it: RFC 3834.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return undefined
  } catch (error) {
    return failureOf(error)
  }
}
