import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import styles from '@/components/referral/referral.module.css'
import { RevealForm } from '@/components/referral/reveal-form'
import { Timeline } from '@/components/referral/timeline'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { shownCode } from '@/lib/referrals/code'
import type { ShownReferral } from '@/lib/referrals/queries'
import { isOpen } from '@/lib/referrals/state-machine'
import { codeSheetPath } from '@/lib/sheet/schema'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { ReferralWords } from '../../referral-words'
import { revealAction } from './actions'
import { Expected } from './expected'
import { Facts } from './facts'
import { findReferral } from './find-referral'
import { MessageForm } from './message-form'
import { MoveForm } from './move-form'
import { PersonForm } from './person-form'
import own from './referral.module.css'
import { Rights } from './rights'
import { Seats } from './seats'
import { Vouchers } from './vouchers'

export async function generateMetadata({ params }: PageProps<'/orientation/suivi/[id]'>): Promise<Metadata> {
  const [{ referral }, t] = await Promise.all([findReferral(params), getTranslations('referral.one')])
  return { title: referral.erasedAt ? t('erasedTitle') : t('title', { code: shownCode(referral.code) }) }
}

/** One referral for the side that sent it: what is expected of whom, what she may do, and what happened. */
export default async function ReferralPage({ params, searchParams }: PageProps<'/orientation/suivi/[id]'>) {
  const [{ referral, user }, { fait }, t] = await Promise.all([
    findReferral(params),
    searchParams,
    getTranslations('referral.one'),
  ])
  const { code, place, status, events, hasPerson, erasedAt } = referral
  const done = typeof fait === 'string' && t.has(`done.${fait}` as 'done.message') ? (fait as 'message') : null
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('back'), href: '/orientation/suivi' }]} />
      <h1>{erasedAt ? t('erasedTitle') : t('title', { code: shownCode(code) })}</h1>
      <p className={own.to}>
        {t.rich('to', { name: place.name, place: (name) => <a href={`/lieux/${place.id}`}>{name}</a> })}
      </p>
      {done && (
        <Notice tone="success" role="status">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <Expected referral={referral} now={new Date()} />
      <ReferralWords>
        <div className={styles.columns}>
          <div className={own.does}>
            {referral.moves.length > 0 && (
              <MoveForm id={referral.id} version={referral.version} moves={referral.moves} status={status} />
            )}
            {isOpen(status) && <MessageForm id={referral.id} />}
            <section>
              <h2>{t('person.title')}</h2>
              {hasPerson ? (
                <RevealForm
                  action={revealAction}
                  id={referral.id}
                  words={{
                    text: t('person.text'),
                    reveal: t('person.reveal'),
                    shown: t('person.shown'),
                    gone: t('person.gone'),
                    name: t('person.name'),
                    phone: t('person.phone'),
                    email: t('person.email'),
                  }}
                />
              ) : (
                <p>{t('person.unnamed')}</p>
              )}
              {isOpen(status) && <PersonForm id={referral.id} version={referral.version} />}
            </section>
          </div>
          <div>
            <h2>{(await getTranslations('referral'))('timeline')}</h2>
            <Timeline
              events={events.map(({ user, ...event }) => ({ ...event, by: user?.name ?? null }))}
              timeZone={timeZoneOf(place.commune.departmentCode)}
            />
            <Facts referral={referral} />
            <Seats user={user} referralId={referral.id} done={fait} />
            <Vouchers user={user} referralId={referral.id} done={fait} />
            <Paper referral={referral} />
            <Rights id={referral.id} isErased={erasedAt !== null} />
          </div>
        </div>
      </ReferralWords>
    </Page>
  )
}

/** The sheet to give again, and what became of what was personal. */
async function Paper({ referral: { code, place, erasedAt } }: { referral: ShownReferral }) {
  const [t, format] = await Promise.all([getTranslations('referral.one'), getFormatter()])
  const timeZone = timeZoneOf(place.commune.departmentCode)
  return (
    <>
      {place.status === 'PUBLISHED' && !erasedAt && (
        <p>
          <a className={styles.link} href={codeSheetPath(place.id, code)}>
            <Icon name="printer" size={20} /> {t('sheet')}
          </a>
        </p>
      )}
      {erasedAt && <p>{t('expected.erased', { date: format.dateTime(erasedAt, { dateStyle: 'long', timeZone }) })}</p>}
    </>
  )
}
