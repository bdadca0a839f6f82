import 'server-only'
import type { Transaction } from '@/lib/db'
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
