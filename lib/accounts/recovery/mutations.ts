import 'server-only'
import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { addJob } from '@/lib/jobs/mutations'
import { queueMail } from '@/lib/mail/mutations'
import { passwordLinkLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { writePasswordLink } from '../mutations'
import { passwordLinkMessage } from '../security-mail'

/**
 * Asks for a link to a new password. Whether the account exists shows neither in the answer nor in its time: it is
 * looked for later, in the background.
 *
 * @throws TooManyAttemptsError after three times for one address in a quarter of an hour, known or not
 */
export async function askPasswordLink(email: string, address: string | null): Promise<void> {
  await countAttempt(passwordLinkLimits(email, address))
  await addJob(db, 'send-password-link', { email: email.toLowerCase(), request: randomUUID() })
}

/** Sends the link to whoever has an account, and nothing to others. Done again, it does not send another. */
export async function sendPasswordLink({ email, request }: { email: string; request: string }): Promise<void> {
  const key = `password-link ${request}`
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, email: true } })
    if (!user || (await tx.outboxMail.count({ where: { key } })) > 0) return
    const token = await writePasswordLink(tx, user.id)
    await queueMail(tx, { key, to: user.email, ...passwordLinkMessage(`${env().PUBLIC_URL}/mot-de-passe/${token}`) })
  })
}
