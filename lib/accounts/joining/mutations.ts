import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/mutations'
import { joiningLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { randomToken, tokenHash } from '../password'
import { answerLifetime, joiningLifetime } from './lifetime'
import { confirmationMessage, unansweredMessage } from './messages'
import type { JoiningInput } from './schema'

/**
 * Sends the link that confirms an address. It does the same whether the address has an account or not, and the
 * message holds nothing that was typed: it may go to somebody who asked for nothing.
 *
 * @param communeCode that `input.lieu` means
 * @throws TooManyAttemptsError after three times for one address in a quarter of an hour
 */
export async function askToJoin(
  { lieu: _, ...input }: JoiningInput,
  communeCode: string,
  address: string | null,
): Promise<void> {
  await countAttempt(joiningLimits(input.email, address))
  const [token, now] = [randomToken(), Date.now()]
  const email = input.email.toLowerCase()
  await db.$transaction(async (tx) => {
    // Whoever never confirmed is forgotten; whoever asks again gets another link.
    await tx.joinRequest.deleteMany({
      where: { confirmedAt: null, OR: [{ expiresAt: { lt: new Date(now) } }, { email, siret: input.siret }] },
    })
    const { id } = await tx.joinRequest.create({
      data: {
        ...input,
        email,
        communeCode,
        tokenHash: tokenHash(token),
        expiresAt: new Date(now + joiningLifetime),
      },
      select: { id: true },
    })
    const link = `${env().PUBLIC_URL}/orientation/rejoindre/${token}`
    await queueMail(tx, { key: `joining ${id}`, to: email, ...confirmationMessage(link) })
  })
}

/** Forgets whoever never confirmed her address, and the requests that nobody answered in three months: these are told. */
export async function forgetRequests(now: Date): Promise<void> {
  const late = new Date(now.getTime() - answerLifetime)
  await db.$transaction(async (tx) => {
    await tx.joinRequest.deleteMany({ where: { confirmedAt: null, expiresAt: { lt: now } } })
    const unanswered = await tx.$queryRaw<{ id: string; email: string }[]>`
      DELETE FROM "JoinRequest" WHERE "confirmedAt" < ${late} RETURNING id, email::text`
    const words = unansweredMessage(`${env().PUBLIC_URL}/orientation/rejoindre`)
    const mails = unanswered.map(({ id, email }) => ({ key: `joining unanswered ${id}`, to: email, ...words }))
    if (mails.length > 0) await queueMail(tx, ...mails)
  })
}
