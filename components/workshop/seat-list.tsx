import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ReferralSeat } from '@/lib/workshops/seats/seat'

interface Props {
  seats: readonly ReferralSeat[]
  /** What may be done with one that is to come */
  children?: (seat: ReferralSeat) => ReactNode
}

/** The seats kept or waited for with a referral, and whether the person came. */
export function SeatList({ seats, children }: Props) {
  const t = useTranslations('seats')
  const format = useFormatter()
  return (
    <ul>
      {seats.map((seat) => {
        const { id, title, startsAt, timeZone, status, turn, isCycle, attendance, attended } = seat
        return (
          <li key={id}>
            <strong>{format.dateTime(startsAt, { dateStyle: 'full', timeStyle: 'short', timeZone })}</strong>
            <br />
            {title}
            {isCycle && ` (${t('cycle')})`} · {t(`statuses.${status}`, { turn: turn ?? 0 })}
            {isCycle
              ? attended > 0 && ` · ${t('attended', { count: attended })}`
              : attendance && ` · ${t(`attendance.${attendance}`)}`}
            {seat.isComing && children?.(seat)}
          </li>
        )
      })}
    </ul>
  )
}
