import { useFormatter, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { shownCode } from '@/lib/referrals/code'
import type { ShownReferral } from '@/lib/referrals/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { referralPath } from './find-referral'
import styles from './referral.module.css'

interface Props {
  referral: ShownReferral
  now: Date
}

/** Where it stands, who is to act and by when, and the one thing to do about it. */
export function Expected({ referral, now }: Props) {
  const t = useTranslations('referral.one')
  const words = useTranslations('referral')
  const format = useFormatter()
  const { id, status, acts, dueAt, appointmentAt, place, redirectedTo, redirectedFrom, moves } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  const isLate = dueAt !== null && dueAt < now
  const isHers = acts === 'HELPER'
  const wasHelped = status === 'HELPED' || status === 'PARTLY_HELPED'
  const [other] = [redirectedTo, redirectedFrom].filter((linked) => linked !== null)
  return (
    <div className={styles.expected}>
      <Notice tone={isHers || isLate ? 'warning' : wasHelped ? 'success' : 'info'} title={words(`statuses.${status}`)}>
        <p>
          {sentence()} {isLate && t('expected.late')}
        </p>
        {appointmentAt && (status === 'APPOINTMENT' || status === 'ABSENT') && (
          <p>
            <strong>
              {t('appointment', {
                date: format.dateTime(appointmentAt, { dateStyle: 'full', timeStyle: 'short', timeZone }),
              })}
            </strong>
          </p>
        )}
        {other && (
          <p>
            <a href={other.id ? referralPath(other.id) : undefined}>
              {t(`expected.${redirectedTo ? 'redirected' : 'from'}${other.code ? '' : 'Erased'}`, {
                code: shownCode(other.code ?? ''),
                place: other.place.name,
              })}
            </a>
          </p>
        )}
      </Notice>
      <p className={styles.ways}>
        {moves.includes('REDIRECT') && (
          <ButtonLink href={`${referralPath(id)}/ailleurs`} variant={isHers ? 'primary' : 'secondary'}>
            {t('elsewhere')}
          </ButtonLink>
        )}
        {acts && place.phone && (
          <ButtonLink href={`tel:${place.phone}`} variant="secondary">
            <Icon name="phone" /> {t('call', { phone: spokenPhone(place.phone) })}
          </ButtonLink>
        )}
        {status === 'APPOINTMENT' && (
          <ButtonLink href={`${referralPath(id)}/rendez-vous.ics`} variant="secondary">
            <Icon name="calendar" /> {t('calendar')}
          </ButtonLink>
        )}
      </p>
    </div>
  )

  function sentence(): string {
    const { closedAt, refusalReason } = referral
    const day = (at: Date) => format.dateTime(at, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
    if (!acts || !dueAt) return t('expected.closed', { date: day(closedAt ?? now) })
    const key = `expected.${isHers ? 'helper' : 'place'}.${status}`
    const known = t.has(key as 'expected.place.SENT') ? key : `expected.${isHers ? 'helper' : 'place'}.other`
    const reason = refusalReason ? words(`refusalReasons.${refusalReason}`) : ''
    return t(known as 'expected.helper.REFUSED', { date: day(dueAt), reason })
  }
}
