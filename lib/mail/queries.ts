import 'server-only'
import { type CurrentUser, mayReadMail } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError } from '@/lib/errors'
import type { Prisma } from '@/prisma/client/client'
import type { MailStatus } from '@/prisma/client/enums'

export interface ListedMail {
  id: string
  to: string
  subject: string
  /** Only where nothing is sent: it may hold a link that opens an account */
  text: string | null
  status: MailStatus
  attempts: number
  nextAttempt: Date
  lastError: string | null
  createdAt: Date
}

const perPage = 50

/** Without a mail server, every message, to read; with one, those that have not left, and why. */
export async function listMailFor(user: CurrentUser, page: number) {
  if (!mayReadMail(user)) throw new ForbiddenError('Seule l’administration nationale peut voir le courrier.')
  const isSent = env().SMTP_URL !== undefined
  const where: Prisma.OutboxMailWhereInput = isSent ? { status: { not: 'SENT' } } : {}
  const [abandoned, waiting, total, found] = await Promise.all([
    db.outboxMail.count({ where: { status: 'ABANDONED' } }),
    db.outboxMail.count({ where: { status: 'WAITING' } }),
    db.outboxMail.count({ where }),
    db.outboxMail.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * perPage,
      take: perPage,
      omit: { key: true, giveUpAt: true, sentAt: true },
    }),
  ])
  const mails: ListedMail[] = found.map((mail) => ({ ...mail, text: isSent ? null : mail.text }))
  return { isSent, abandoned, waiting, mails, pageCount: Math.ceil(total / perPage) }
}
