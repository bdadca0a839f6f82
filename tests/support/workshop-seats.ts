import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { sendReferralIn } from '@/lib/referrals/sending/mutations'
import { addWorkshop } from '@/lib/workshops/mutations'
import { workshopInput } from '@/lib/workshops/schema'
import { bookSeat } from '@/lib/workshops/seats/mutations'
import { makeUser } from './people'
import { now, openReferralScene } from './referral-scene'
import { referralTo } from './referrals'

/** What a workshop is about, as its form says it. */
export const about = { id: '', title: 'La souris', service: 'EVERYDAY_DIGITAL_TOOLS' }

/** A place that announces workshops, and those who refer people to it. */
export async function openSeatScene() {
  const { place, helper, colleague, stranger, editor } = await openReferralScene()
  return {
    place,
    helper,
    colleague,
    stranger,
    editor,
    coordinator: await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' }),

    /** Announces the one workshop of the place: where its first session is. */
    async announce(fields: Record<string, string> = {}) {
      const dates = { date: '2026-11-24', starts: '14:00', ends: '16:00', count: '2' }
      await addWorkshop(editor, workshopInput.parse({ ...about, id: place, ...dates, ...fields }), now)
      return firstSession()
    },
    /** One does not send so many in a quarter of an hour: past the throttle. */
    refer: (to = place) => db.$transaction((tx) => sendReferralIn(tx, helper, referralTo(to), now)),
    /** A seat of the first session of the one workshop, or of its whole cycle. */
    async book(referralId: string, isCycle = false, user: CurrentUser = helper) {
      const { workshopId, sessionId } = await firstSession()
      return bookSeat(user, { referralId, seat: { workshopId, sessionId: isCycle ? null : sessionId } }, now)
    },
    async forgetWorkshops(): Promise<void> {
      await db.workshop.deleteMany()
      await db.outboxMail.deleteMany()
    },
  }
}

/** Where the first session of the one workshop is. */
export async function firstSession() {
  const { id, workshopId } = await db.workshopSession.findFirstOrThrow({ orderBy: { startsAt: 'asc' } })
  return { workshopId, sessionId: id }
}

export const seatOf = (referralId: string) => db.workshopSeat.findFirstOrThrow({ where: { referralId } })
