import type { Attendance, Level, SeatStatus } from '@/prisma/client/enums'

/** A session, or a cycle by its next session, where a seat can be kept. */
export interface BookableSeat {
  /** As `seatInput` reads it */
  value: string
  title: string
  level: Level | null
  isCycle: boolean
  /** Of the next session */
  startsAt: Date
  endsAt: Date
  /** Those of a cycle that are still to come */
  count: number
  seatsLeft: number | null
  timeZone: string
}

/** A seat as both sides of a referral see it. */
export interface ReferralSeat {
  id: string
  status: SeatStatus
  /** On the waiting list, from 1; null for who has a seat */
  turn: number | null
  title: string
  isCycle: boolean
  /** Of the session, or of the next one of a cycle, else of its last */
  startsAt: Date
  endsAt: Date
  /** Whether somebody may still come, or give the seat up */
  isComing: boolean
  /** Of the last session that was noted */
  attendance: Attendance | null
  /** Sessions that the person came to */
  attended: number
  timeZone: string
}
