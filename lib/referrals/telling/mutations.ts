import 'server-only'
import type { Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/mutations'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { ReferralAction, ReferralSide } from '@/prisma/client/enums'
import { replyToken } from '../link'
import { movedMail, newReferralMail } from '../messages'

/** Something that one side did to a referral. */
export interface Happened {
  referralId: string
  action: ReferralAction
  /** Who did it: the other side is told */
  side: ReferralSide
  at: Date
}

/** Somebody to write to, and where she answers. */
interface Recipient {
  to: string
  link: string
  /** Whether the link is all that is needed */
  isSigned: boolean
}

/** People of one side that one message goes to; more than this do not answer for one place. */
const recipientsAtMost = 20

/** Tells the other side, in the transaction of what happened; a new referral is told to its place, whoever sent it. */
export async function tellOtherSide(tx: Transaction, { referralId, action, side, at }: Happened): Promise<void> {
  if (side === 'SYSTEM') return
  const told = action === 'SEND' || side === 'HELPER' ? 'PLACE' : 'HELPER'
  const { place, organisation, code, acts, dueAt } = await tx.referral.findUniqueOrThrow({
    where: { id: referralId },
    select: {
      code: true,
      acts: true,
      dueAt: true,
      organisation: { select: { name: true } },
      place: { select: { name: true, commune: { select: { departmentCode: true } } } },
    },
  })
  const recipients = await (told === 'PLACE' ? placeRecipients : helperRecipients)(tx, referralId)
  const mails = recipients.map((recipient, index) => {
    const message = {
      ...recipient,
      key: `referral ${referralId} ${action} ${at.getTime()} ${index}`,
      code,
      placeName: place.name,
      organisationName: organisation.name,
      dueAt: acts === told ? dueAt : null,
      timeZone: timeZoneOf(place.commune.departmentCode),
    }
    return action === 'SEND' ? newReferralMail(message) : movedMail(message, action, side)
  })
  await queueMail(tx, ...mails.filter((mail) => mail !== null))
}

/** Those who have an account for the place; where nobody has, its first address, by a link. */
async function placeRecipients(tx: Transaction, referralId: string): Promise<Recipient[]> {
  const { email, linkId, placeId, place } = await tx.referral.findUniqueOrThrow({
    where: { id: referralId },
    select: { email: true, linkId: true, placeId: true, place: { select: { emails: true } } },
  })
  const editors = await tx.membership.findMany({
    where: { placeId, role: 'PLACE_EDITOR' },
    select: { user: { select: { email: true } } },
    orderBy: { id: 'asc' },
    take: recipientsAtMost,
  })
  if (editors.length > 0) {
    const link = `${env().PUBLIC_URL}/coordination/orientations/${referralId}`
    return editors.map(({ user }) => ({ to: user.email, link, isSigned: false }))
  }
  const to = email ?? place.emails[0]
  if (!to) return []
  // Whoever had an account has left since: the place answers by a link from now on.
  if (email === null) await tx.referral.update({ where: { id: referralId }, data: { email: to } })
  return [{ to, link: `${env().PUBLIC_URL}/reponse/${replyToken(env().SECRET, linkId)}`, isSigned: true }]
}

/** Who sent it; once she has left her organisation, her colleagues. */
async function helperRecipients(tx: Transaction, referralId: string): Promise<Recipient[]> {
  const { helperId, organisationId } = await tx.referral.findUniqueOrThrow({
    where: { id: referralId },
    select: { helperId: true, organisationId: true },
  })
  const colleagues = await tx.membership.findMany({
    where: { organisationId, role: 'HELPER' },
    select: { userId: true, user: { select: { email: true } } },
    orderBy: { id: 'asc' },
  })
  const sender = colleagues.filter(({ userId }) => userId === helperId)
  const link = `${env().PUBLIC_URL}/orientation/suivi/${referralId}`
  return (sender.length > 0 ? sender : colleagues.slice(0, recipientsAtMost)).map(({ user }) => ({
    to: user.email,
    link,
    isSigned: false,
  }))
}
