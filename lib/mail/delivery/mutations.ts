import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { backoff } from './backoff'
import type { Failure } from './failure'
import { deliver, type Letter, longestDelivery } from './smtp'

const patience = { maxWait: 15_000, timeout: longestDelivery + 30_000 }

let isSending = false
let isAsked = false

/**
 * Sends what waits, one message after the other, until nothing does or the mail server cannot be reached. One call
 * at a time in a process; what is queued meanwhile is sent by the one under way.
 *
 * @param signal ends it between two messages
 */
export async function sendMail(signal: AbortSignal): Promise<void> {
  isAsked = true
  if (isSending || !env().SMTP_URL) return
  isSending = true
  try {
    while (isAsked) {
      isAsked = false
      while (!signal.aborted && (await sendNext()));
    }
  } finally {
    isSending = false
  }
}

/**
 * A message is locked while it is handed over, so that no other instance takes it. A process that dies lets the
 * lock go and the message waits as before: at worst the server had just taken it, and gets it once more.
 *
 * @returns whether to go on
 */
function sendNext(): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [mail] = await tx.$queryRaw<Waiting[]>`
      SELECT id, "to"::text, subject, text, "createdAt", attempts, "lastError", "giveUpAt" <= now() AS "isTooLate"
      FROM "OutboxMail" WHERE status = 'WAITING' AND "nextAttempt" <= now()
      ORDER BY "nextAttempt", id LIMIT 1 FOR UPDATE SKIP LOCKED`
    if (!mail) return false
    const failure = mail.isTooLate ? tooLate(mail) : await deliver(mail)
    const attempts = mail.attempts + 1
    const data = failure ? outcomeOf(failure, attempts) : sent()
    await tx.outboxMail.update({ where: { id: mail.id }, data: { attempts, ...data } })
    return failure?.kind !== 'UNREACHABLE'
  }, patience)
}

type Waiting = Letter & { attempts: number; lastError: string | null; isTooLate: boolean }
type Outcome = Parameters<Transaction['outboxMail']['update']>[0]['data']

/** Mail of last month that leaves the day a mail server is set says what is no longer true. */
function tooLate({ lastError }: Waiting): Failure {
  return { kind: 'REFUSED', reason: lastError ?? 'Ce message a attendu trop longtemps.' }
}

/** It may hold a link that opens an account: what it said is forgotten. */
function sent(): Outcome {
  return { status: 'SENT', sentAt: new Date(), text: '', lastError: null }
}

function outcomeOf({ kind, reason }: Failure, attempts: number): Outcome {
  if (kind === 'REFUSED') return { status: 'ABANDONED', lastError: reason }
  return { lastError: reason, nextAttempt: new Date(Date.now() + backoff(attempts)) }
}
