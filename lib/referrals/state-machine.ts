import type { ReferralAction, ReferralSide, ReferralStatus } from '@/prisma/client/enums'

/** Whom an open referral waits for, and how many working days they have. */
interface Waiting {
  acts: Exclude<ReferralSide, 'SYSTEM'>
  /** Working days of the place's département, from when the referral began to wait */
  within: number
  /** What the days are counted from: this state, the sending, or the end of the appointment */
  from: 'now' | 'sent' | 'appointment'
}

/** What each state waits for; null once nobody has anything to do. A place has two days to acknowledge. */
export const waitings: Readonly<Record<ReferralStatus, Waiting | null>> = {
  SENT: { acts: 'PLACE', within: 2, from: 'sent' },
  SEEN: { acts: 'PLACE', within: 2, from: 'sent' },
  ACCEPTED: { acts: 'PLACE', within: 5, from: 'now' },
  APPOINTMENT: { acts: 'PLACE', within: 2, from: 'appointment' },
  ATTENDED: { acts: 'PLACE', within: 5, from: 'now' },
  ABSENT: { acts: 'HELPER', within: 5, from: 'now' },
  EXCUSED: { acts: 'PLACE', within: 5, from: 'now' },
  REFUSED: { acts: 'HELPER', within: 5, from: 'now' },
  UNREACHABLE: { acts: 'HELPER', within: 5, from: 'now' },
  HELPED: null,
  PARTLY_HELPED: null,
  NOT_HELPED: null,
  REDIRECTED: null,
  NOT_WANTED: null,
  CANCELLED: null,
  EXPIRED: null,
}

/** Working days of silence after which the side that acts is reminded, the helper takes over, and the referral ends. */
export const silence = { REMIND: 5, ESCALATE: 10, EXPIRE: 30 } as const

/** Whether somebody still has something to do about a referral. */
export const isOpen = (status: ReferralStatus): boolean => waitings[status] !== null

/** An action that changes the state of a referral, once it was sent. */
export type Move = Exclude<ReferralAction, 'SEND' | 'REMIND' | 'ESCALATE' | 'MESSAGE' | 'CORRECT'>

interface Transition {
  action: Move
  by: readonly ReferralSide[]
  from: readonly ReferralStatus[]
  to: ReferralStatus
}

const open = Object.keys(waitings).filter((status): status is ReferralStatus => isOpen(status as ReferralStatus))

/** Everything that may happen to a referral. What is not written here is refused. */
export const transitions: readonly Transition[] = [
  { action: 'SEE', by: ['PLACE'], from: ['SENT'], to: 'SEEN' },
  { action: 'ACCEPT', by: ['PLACE'], from: ['SENT', 'SEEN'], to: 'ACCEPTED' },
  { action: 'REFUSE', by: ['PLACE'], from: ['SENT', 'SEEN', 'ACCEPTED'], to: 'REFUSED' },
  {
    action: 'SCHEDULE',
    by: ['PLACE'],
    from: ['SENT', 'SEEN', 'ACCEPTED', 'APPOINTMENT', 'ABSENT', 'EXCUSED', 'UNREACHABLE'],
    to: 'APPOINTMENT',
  },
  { action: 'ATTEND', by: ['PLACE'], from: ['ACCEPTED', 'APPOINTMENT', 'ABSENT', 'EXCUSED'], to: 'ATTENDED' },
  { action: 'MISS', by: ['PLACE'], from: ['APPOINTMENT'], to: 'ABSENT' },
  { action: 'EXCUSE', by: ['PLACE', 'HELPER'], from: ['APPOINTMENT', 'ABSENT'], to: 'EXCUSED' },
  { action: 'HELP', by: ['PLACE', 'HELPER'], from: ['ATTENDED'], to: 'HELPED' },
  { action: 'HELP_PARTLY', by: ['PLACE', 'HELPER'], from: ['ATTENDED'], to: 'PARTLY_HELPED' },
  { action: 'NOT_HELP', by: ['PLACE', 'HELPER'], from: ['ATTENDED'], to: 'NOT_HELPED' },
  { action: 'NOT_REACH', by: ['PLACE'], from: ['ACCEPTED', 'APPOINTMENT', 'ABSENT', 'EXCUSED'], to: 'UNREACHABLE' },
  { action: 'RETRY', by: ['HELPER'], from: ['UNREACHABLE'], to: 'ACCEPTED' },
  { action: 'REDIRECT', by: ['PLACE'], from: ['SENT', 'SEEN', 'ACCEPTED'], to: 'REDIRECTED' },
  { action: 'REDIRECT', by: ['HELPER'], from: open.filter((status) => status !== 'ATTENDED'), to: 'REDIRECTED' },
  { action: 'NOT_WANT', by: ['PLACE', 'HELPER'], from: open, to: 'NOT_WANTED' },
  { action: 'CANCEL', by: ['HELPER'], from: open, to: 'CANCELLED' },
  { action: 'EXPIRE', by: ['SYSTEM'], from: open, to: 'EXPIRED' },
]

/** What a referral becomes; null when this side may not do this to it, or not now. */
export function after(status: ReferralStatus, action: Move, side: ReferralSide): ReferralStatus | null {
  const found = transitions.find(
    (transition) => transition.action === action && transition.by.includes(side) && transition.from.includes(status),
  )
  return found?.to ?? null
}

/** What a side may do to a referral in this state, in the order of the table. */
export function movesOf(status: ReferralStatus, side: ReferralSide): Move[] {
  return transitions.filter(({ by, from }) => by.includes(side) && from.includes(status)).map(({ action }) => action)
}
