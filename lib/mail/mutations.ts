import 'server-only'
import { type CurrentUser, mayReadMail } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, UserError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/mutations'

/** A message in plain text, to one person. */
export interface Mail {
  /** What it tells of, once: `invitation 0192…`. A second message of the same key is not sent. */
  key: string
  to: string
  /** One line, 200 characters at most */
  subject: string
  /** Links stand on lines of their own */
  text: string
}

/** Lets messages leave with the transaction they are written in: sent if that one ends well, never otherwise. */
export async function queueMail(tx: Transaction, ...mails: Mail[]): Promise<void> {
  const { count } = await tx.outboxMail.createMany({ data: mails, skipDuplicates: true })
  if (count > 0) await addJob(tx, 'send-mail', {})
}

/** Tries again a message that was set aside, as if it had just been written. */
export async function resendMail(user: CurrentUser, id: string): Promise<void> {
  if (!mayReadMail(user)) throw new ForbiddenError('Seule l’administration nationale peut renvoyer un message.')
  await db.$transaction(async (tx) => {
    const again = await tx.$executeRaw`
      UPDATE "OutboxMail" SET status = 'WAITING', attempts = 0, "nextAttempt" = now(), "giveUpAt" = DEFAULT
      WHERE id = ${id}::uuid AND status = 'ABANDONED'`
    if (again === 0) throw new UserError('Ce message est déjà parti, ou va partir.')
    await addJob(tx, 'send-mail', {})
    await audit(tx, { user, action: 'mail.resent', subject: `mail ${id}` })
  })
}
