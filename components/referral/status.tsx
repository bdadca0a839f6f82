import { useFormatter, useTranslations } from 'next-intl'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { ReferralStatus } from '@/prisma/client/enums'
import styles from './list.module.css'

interface Props {
  referral: {
    status: ReferralStatus
    closedAt: Date | null
    appointmentAt: Date | null
    place: { commune: { departmentCode: string } }
  }
  /** How one is called that nobody has read yet, for whom that is news */
  unread?: string
}

/** Where a referral stands, and when they meet. */
export function Status({ referral: { status, closedAt, appointmentAt, place }, unread }: Props) {
  const t = useTranslations('referral.statuses')
  const format = useFormatter()
  const isNew = status === 'SENT' && unread !== undefined
  return (
    <>
      <span className={styles.status} data-open={closedAt === null || undefined} data-new={isNew || undefined}>
        {isNew ? unread : t(status)}
      </span>
      {status === 'APPOINTMENT' && appointmentAt && (
        <span className={styles.soft}>
          {' '}
          {format.dateTime(appointmentAt, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone: timeZoneOf(place.commune.departmentCode),
          })}
        </span>
      )}
    </>
  )
}
