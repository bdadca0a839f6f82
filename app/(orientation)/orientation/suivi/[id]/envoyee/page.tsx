import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { shownCode } from '@/lib/referrals/code'
import { codeSheetPath } from '@/lib/sheet/schema'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { findReferral, referralPath } from '../find-referral'
import styles from './sent.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('referral.sent')
  return { title: t('title') }
}

/** What to do with a referral that has just left: the code for the person, and what happens next. */
export default async function SentPage({ params }: PageProps<'/orientation/suivi/[id]/envoyee'>) {
  const { referral } = await findReferral(params, '/envoyee')
  const [t, words, format] = await Promise.all([
    getTranslations('referral.sent'),
    getTranslations('referral'),
    getFormatter(),
  ])
  const { id, code, place, dueAt, hasPerson, email } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  const date = dueAt && format.dateTime(dueAt, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t(email ? 'byMail' : 'byAccount', { place: place.name })}</p>
      <div className={styles.code}>
        <p className={styles.label}>{words('code')}</p>
        <p className={styles.signs}>{shownCode(code)}</p>
        <p>{t('codeText')}</p>
      </div>
      <p className={styles.ways}>
        <ButtonLink href={codeSheetPath(place.id, code)} target="_blank" rel="noopener">
          <Icon name="printer" /> {t('sheet')}
        </ButtonLink>
        <ButtonLink href={referralPath(id)} variant="secondary">
          {t('follow')}
        </ButtonLink>
      </p>
      <h2>{t('next')}</h2>
      <ol className={styles.steps}>
        <li>{t('steps.sheet')}</li>
        {date && <li>{t('steps.answer', { date })}</li>}
        <li>{t(hasPerson ? 'steps.callPerson' : 'steps.callHelper')}</li>
        <li>{t('steps.told')}</li>
      </ol>
      <p>
        <a className={styles.again} href="/orientation">
          {t('another')}
        </a>
      </p>
    </Page>
  )
}
