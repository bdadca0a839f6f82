import 'server-only'
import type { AuditAction } from '@/lib/audit/actions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import type { ReferralAction, ReferralStatus } from '@/prisma/client/enums'
import { lockReferral } from '../locking/mutations'
import { type Party, userOf } from '../party'
import type { MessageInput } from '../schema'
import { sealWords } from '../sealed-parts'
import { isOpen } from '../state-machine'
import { tellOtherSide } from '../telling/mutations'

/** More words about one appointment are a conversation, which has its place on the telephone. */
const messagesAtMost = 100

/** A word about the appointment, from one side to the other, while there is something to agree on. */
export async function writeMessage(party: Party, { id, words }: MessageInput, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, party, id, now)
    if (!isOpen(referral.status)) throw new UserError('Cette orientation est terminée\u00a0: on n’y écrit plus.')
    const written = await tx.referralEvent.count({ where: { referralId: id, action: 'MESSAGE' } })
    if (written >= messagesAtMost) throw new UserError('Vous avez déjà beaucoup écrit ici. Appelez plutôt.')
    const { departmentCode } = referral.place.commune
    await record(tx, { ...referral, departmentCode }, party, 'MESSAGE', referral.status, words, now)
  })
}

interface Recorded {
  id: string
  departmentCode: string
}

const trailOf: Partial<Record<ReferralAction, AuditAction>> = {
  SEND: 'referral.sent',
  MESSAGE: 'referral.message',
  CORRECT: 'referral.person_saved',
}

/** A line of the timeline and one of the audit trail, and the other side is told. No line of the trail bears words. */
export async function record(
  tx: Transaction,
  { id, departmentCode }: Recorded,
  party: Party,
  action: ReferralAction,
  status: ReferralStatus,
  words: string | null,
  at: Date,
) {
  const user = userOf(party)
  const sealed = sealWords(words, id)
  await tx.referralEvent.create({
    data: { referralId: id, at, action, side: party.side, userId: user?.id ?? null, status, ...sealed },
  })
  await audit(tx, {
    user,
    action: trailOf[action] ?? 'referral.moved',
    subject: `referral ${id}`,
    departmentCode,
    details: { side: party.side, action, status },
  })
  await tellOtherSide(tx, { referralId: id, action, side: party.side, at })
}
