import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireUser } from '@/app/(coordination)/require-user'
import { findChosen } from '@/app/(print)/fiche/find-chosen'
import { needs } from '@/components/place/needs'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { env } from '@/lib/env'
import { localDay } from '@/lib/hours/zone-clock'
import { listHubsToAsk } from '@/lib/organisations/agreements/queries'
import type { PublishedPlace } from '@/lib/places/queries'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { endOfWorkingDay } from '@/lib/referrals/deadlines'
import { listTaking } from '@/lib/referrals/places/queries'
import { type KnownNeed, readKnownNeed } from '@/lib/referrals/send-path'
import { chosenPlaces, sheetPath } from '@/lib/sheet/schema'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { NotHelper } from '../not-helper'
import { ReferralWords } from '../referral-words'
import { Agreement } from './agreement'
import styles from './send.module.css'
import { SendForm } from './send-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('referral.send')
  return { title: t('metaTitle') }
}

/** One short form, from a place to a referral; whoever is not signed in signs in first, then comes back to it. */
export default async function SendPage({ searchParams }: PageProps<'/orientation/envoyer'>) {
  const parameters = await searchParams
  const query = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  )
  const user = await requireUser(`/orientation/envoyer?${query}`)
  const {
    places: [place],
  } = await findChosen(chosenPlaces.parse(parameters.lieu).slice(0, 1))
  return place ? <ForPlace user={user} place={place} known={readKnownNeed(query)} /> : <NoPlace />
}

interface ForPlaceProps {
  user: CurrentUser
  place: PublishedPlace
  known: KnownNeed
}

async function ForPlace({ user, place, known }: ForPlaceProps) {
  const [t, format, taking] = await Promise.all([getTranslations('referral'), getFormatter(), listTaking([place.id])])
  const organisations = user.memberships.flatMap(({ role, organisationId, organisationName }) =>
    role === 'HELPER' && organisationId ? [{ value: organisationId, label: organisationName ?? '' }] : [],
  )
  const title = t('send.title', { place: place.name })
  if (!taking.has(place.id)) return <NotTaken title={title} place={place} />
  if (organisations.length === 0) return <NotHelper title={title} />
  const missing = await Promise.all(organisations.map(({ value }) => listHubsToAsk(value, place.id)))
  const senders = organisations.filter((_, index) => missing[index]?.length === 0)
  const agreements = organisations.flatMap(({ value: id, label: name }, index) => {
    const hubs = missing[index] ?? []
    const isAside = senders.length > 0 || index > 0
    return hubs.length > 0
      ? [<Agreement key={id} organisation={{ id, name }} placeId={place.id} hubs={hubs} isAside={isAside} />]
      : []
  })
  if (senders.length === 0)
    return (
      <NotAgreed title={title} place={place}>
        {agreements}
      </NotAgreed>
    )
  const { departmentCode } = place.commune
  const offered = place.services.map(({ service }) => service)
  const told = needs
    .map(({ service }) => service)
    .filter((service) => [...offered, ...known.services].includes(service))
  const choices = told.length > 0 ? told : needs.map(({ service }) => service)
  const first = known.services.length > 0 ? known.services : choices.length === 1 ? choices : []
  const answerBy = format.dateTime(endOfWorkingDay(new Date(), 2, departmentCode), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: timeZoneOf(departmentCode),
  })
  return (
    <Page width="text">
      <h1>{title}</h1>
      <p className={styles.place}>
        {place.address}, {place.postcode} {place.commune.name}
        <br />
        <a href={`/lieux/${place.id}`}>{t('send.place')}</a>
      </p>
      <p>
        {t('send.answerBy', { date: answerBy })} {t('send.noName')}
      </p>
      <ReferralWords>
        <SendForm
          place={{ id: place.id, name: place.name }}
          services={choices.map((value) => ({ value, label: t(`services.${value}`) }))}
          organisations={senders}
          first={{
            'services[]': first,
            supportMode: [known.supportMode ?? ''],
            organisationId: [senders[0]?.value ?? ''],
            id: [randomUUID()],
          }}
          today={localDay(timeZoneOf(departmentCode), new Date())}
          eraseAfter={env().ERASE_AFTER_MONTHS}
        />
        {/* After the form, which it does not block: without JavaScript its button brings the page anew, emptied. */}
        {agreements.length > 0 && <div className={styles.asides}>{agreements}</div>}
      </ReferralWords>
    </Page>
  )
}

async function NoPlace() {
  const t = await getTranslations('referral.send')
  return (
    <Page width="text">
      <h1>{t('noPlace')}</h1>
      <p>{t('noPlaceText')}</p>
      <p className={styles.ways}>
        <ButtonLink href="/lieux">{t('find')}</ButtonLink>
        <ButtonLink href="/orientation/evaluation" variant="secondary">
          {t('assess')}
        </ButtonLink>
      </p>
    </Page>
  )
}

async function NotTaken({ title, place }: { title: string; place: PublishedPlace }) {
  const t = await getTranslations('referral.send')
  return (
    <Page width="text">
      <h1>{title}</h1>
      <Notice tone="warning" title={t('notTaken')}>
        <p>{t('notTakenText')}</p>
      </Notice>
      <OtherWays place={place} isFirst />
    </Page>
  )
}

async function NotAgreed({ title, place, children }: { title: string; place: PublishedPlace; children: ReactNode }) {
  const t = await getTranslations('referral.agreement')
  return (
    <Page width="text">
      <h1>{title}</h1>
      <ReferralWords>{children}</ReferralWords>
      <p>{t(place.phone ? 'meanwhileCall' : 'meanwhile')}</p>
      <OtherWays place={place} />
    </Page>
  )
}

/** What may be done without a referral. */
async function OtherWays({ place: { id, phone }, isFirst = false }: { place: PublishedPlace; isFirst?: boolean }) {
  const t = await getTranslations('referral.send')
  return (
    <p className={styles.ways}>
      {phone && (
        <ButtonLink href={`tel:${phone}`} variant={isFirst ? 'primary' : 'secondary'}>
          {t('call', { phone: spokenPhone(phone) })}
        </ButtonLink>
      )}
      <ButtonLink href={sheetPath([id])} variant="secondary">
        {t('sheet')}
      </ButtonLink>
      <a href="/lieux">{t('find')}</a>
    </p>
  )
}
