import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { usualLength } from '@/lib/referrals/appointment'
import { timeZoneOf } from '@/lib/territory/time-zone'
import styles from '../referral.module.css'
import type { Received } from './received'

interface Props {
  referral: Received
  path: string
  now: Date
}

/** Where it stands and what is awaited of the place, by when. */
export function ExpectedOfPlace({ referral, path, now }: Props) {
  const t = useTranslations('reception.expected')
  const words = useTranslations('referral.statuses')
  const format = useFormatter()
  const { status, acts, dueAt, appointmentAt, appointmentLength, place, redirectedTo } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  const isLate = acts === 'PLACE' && dueAt !== null && dueAt < now
  return (
    <Notice
      tone={isLate ? 'warning' : acts === 'PLACE' ? 'info' : 'success'}
      title={status === 'SEEN' ? t('toAnswer') : words(status)}
    >
      <p>
        {sentence()} {isLate && t('late')}
      </p>
      {redirectedTo && <p>{t('redirected', { place: redirectedTo.place.name })}</p>}
      {status === 'APPOINTMENT' && appointmentAt && (
        <>
          <p>
            <strong>
              {t('appointment', {
                date: format.dateTime(appointmentAt, { dateStyle: 'full', timeStyle: 'short', timeZone }),
                minutes: appointmentLength ?? usualLength,
              })}
            </strong>
          </p>
          <p>
            <a className={styles.link} href={`${path}/rendez-vous.ics`}>
              <Icon name="calendar" size={20} /> {t('calendar')}
            </a>
          </p>
        </>
      )}
    </Notice>
  )

  function sentence(): string {
    const { closedAt, organisation } = referral
    const day = (at: Date) => format.dateTime(at, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
    if (!dueAt) return t('closed', { date: day(closedAt ?? now) })
    const isTheirs = status === 'ABSENT' || status === 'REFUSED' || status === 'UNREACHABLE'
    const key = acts === 'PLACE' || isTheirs ? status : 'escalated'
    return t(key as 'SEEN', { date: day(dueAt), organisation: organisation.name } as { date: string })
  }
}
