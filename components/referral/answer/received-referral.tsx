import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { shownCode } from '@/lib/referrals/code'
import { isOpen } from '@/lib/referrals/state-machine'
import { timeZoneOf } from '@/lib/territory/time-zone'
import styles from '../referral.module.css'
import { RevealForm } from '../reveal-form'
import { Timeline } from '../timeline'
import type { AnswerActions, AnswerTo } from './actions'
import own from './answer.module.css'
import { Answers } from './answers'
import { ExpectedOfPlace } from './expected-of-place'
import { FirstScreen } from './first-screen'
import { Need } from './need'
import type { Received } from './received'
import { WriteForm } from './write-form'

interface Props {
  referral: Received
  actions: AnswerActions
  /** The page, without what follows it */
  path: string
  /** The link of a place without account */
  token?: string
  /** What was just done, as the address says it */
  done: string | string[] | undefined
  now: Date
}

/** One referral for the place that gets it, with an account or by its link: read it, answer it, say what came of it. */
export function ReceivedReferral({ referral, actions, path, token, done, now }: Props) {
  const t = useTranslations('reception')
  const words = useTranslations('referral')
  const { id, version, code, status, events, place, organisation, erasedAt } = referral
  const to: AnswerTo = { id, version, ...(token && { token }) }
  if (status === 'SENT') return <FirstScreen referral={referral} to={to} action={actions.move} />
  const said = typeof done === 'string' && t.has(`done.${done}` as 'done.message') ? (done as 'message') : null
  return (
    <>
      <h1>{erasedAt ? words('one.erasedTitle') : t('title', { code: shownCode(code) })}</h1>
      <p>{t('from', { organisation: organisation.name, place: place.name })}</p>
      {said && (
        <Notice tone="success" role="status">
          <p>{t(`done.${said}`)}</p>
        </Notice>
      )}
      <ExpectedOfPlace referral={referral} path={path} now={now} />
      <div className={styles.columns}>
        <div>
          <Need referral={referral} />
          <Person referral={referral} to={to} action={actions.reveal} />
        </div>
        <div className={own.answers}>
          <Answers referral={referral} to={to} action={actions.move} path={path} now={now} />
          <WriteForm to={to} action={actions.message} isOffered={isOpen(status)} />
          <h2>{words('timeline')}</h2>
          <Timeline
            events={events.map(({ user, ...event }) => ({ ...event, by: user?.name ?? null }))}
            timeZone={timeZoneOf(place.commune.departmentCode)}
          />
        </div>
      </div>
    </>
  )
}

function Person({ referral, to, action }: { referral: Received; to: AnswerTo; action: AnswerActions['reveal'] }) {
  const t = useTranslations('reception.person')
  const { hasPerson, mayReadPerson, code, erasedAt } = referral
  if (erasedAt) return null
  return (
    <section>
      <h2>{t('title')}</h2>
      {!hasPerson && <p>{t('unnamed', { code: shownCode(code) })}</p>}
      {hasPerson && !mayReadPerson && <p>{t('hidden')}</p>}
      {hasPerson && mayReadPerson && (
        <RevealForm
          action={action}
          id={to.id}
          token={to.token}
          words={{
            text: t('text'),
            reveal: t('reveal'),
            shown: t('shown'),
            gone: t('gone'),
            name: t('name'),
            phone: t('phone'),
            email: t('email'),
          }}
        />
      )}
    </section>
  )
}
