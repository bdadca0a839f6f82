import 'server-only'
import type { Transaction } from '@/lib/db'

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

/** Lets a message leave with the transaction it is written in: sent if that one ends well, never otherwise. */
export async function queueMail(tx: Transaction, mail: Mail): Promise<void> {
  await tx.outboxMail.createMany({ data: mail, skipDuplicates: true })
}
