import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { wallClock } from '@/lib/hours/zone-clock'
import { usualLength } from '@/lib/referrals/appointment'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { ReferralStatus } from '@/prisma/client/enums'
import styles from '../referral.module.css'
import type { AnswerActions, AnswerTo } from './actions'
import own from './answer.module.css'
import { NotWantedForm } from './not-wanted-form'
import { QuickForm } from './quick-form'
import type { Received } from './received'
import { RefuseForm } from './refuse-form'
import { ScheduleForm, type ShownAppointment } from './schedule-form'

interface Props {
  referral: Received
  to: AnswerTo
  action: AnswerActions['move']
  path: string
  now: Date
}

/** Where an appointment is what goes on: its form stands open. */
const scheduled: readonly ReferralStatus[] = ['ACCEPTED', 'EXCUSED', 'UNREACHABLE']
const asked: readonly ReferralStatus[] = ['SEEN', 'APPOINTMENT', 'ATTENDED']

/** What the place may say now, the likeliest first. */
export function Answers({ referral, to, action, path, now }: Props) {
  const t = useTranslations('reception')
  const { status, place, appointmentAt, appointmentLength } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  // Nobody is absent from an appointment to come; who said no has said it all.
  const isToCome = appointmentAt !== null && appointmentAt > now
  const moves = status === 'REFUSED' ? [] : referral.moves.filter((move) => move !== 'MISS' || !isToCome)
  const may = (move: (typeof moves)[number]) => moves.includes(move)
  const isScheduled = scheduled.includes(status)
  // Their keys keep what is typed when the other side changes their order.
  const quick = (
    <QuickForm
      key="quick"
      to={to}
      action={action}
      moves={moves}
      question={t(`answer.quick.${asked.includes(status) ? (status as 'SEEN') : 'other'}`)}
      isMain={asked.includes(status)}
    />
  )
  const schedule = (
    <ScheduleForm
      key="schedule"
      to={to}
      action={action}
      isOffered={may('SCHEDULE')}
      isOpen={isScheduled}
      appointment={status === 'APPOINTMENT' && appointmentAt ? shown(appointmentAt) : null}
      today={dayOf(now)}
    />
  )
  return (
    <section className={own.answers}>
      {moves.length > 0 && <h2>{t('answer.title')}</h2>}
      {isScheduled ? [schedule, quick] : [quick, schedule]}
      <RefuseForm to={to} action={action} isOffered={may('REFUSE')} />
      {may('REDIRECT') && (
        <p>
          <a className={styles.link} href={`${path}/ailleurs`}>
            <Icon name="arrow-right" size={20} /> {t('redirect.link')}
          </a>
        </p>
      )}
      <NotWantedForm to={to} action={action} isOffered={may('NOT_WANT')} />
    </section>
  )

  function dayOf(at: Date): string {
    return wallClock(timeZone, at).toISOString().slice(0, 10)
  }

  function shown(at: Date): ShownAppointment {
    return {
      date: dayOf(at),
      time: wallClock(timeZone, at).toISOString().slice(11, 16),
      length: appointmentLength ?? usualLength,
    }
  }
}
