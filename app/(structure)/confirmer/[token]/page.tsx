import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { needs } from '@/components/place/needs'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { type Linked, type LinkedPlace, openLink } from '@/lib/freshness/queries'
import { weekCells } from '@/lib/freshness/week-cells'
import { weekDays } from '@/lib/open-data/week-hours'
import { spokenPhone } from '@/lib/places/spoken-phone'
import { ChangeForm } from './change-form'
import { ConfirmForm } from './confirm-form'
import styles from './confirmation.module.css'
import { Listing } from './listing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('confirmation')
  return { title: t('title') }
}

/** Where the link of a message leads: the listing as it is, one touch to confirm it, a form to say what changed. */
export default async function ConfirmationPage({ params, searchParams }: PageProps<'/confirmer/[token]'>) {
  const [{ token }, { change }] = await Promise.all([params, searchParams])
  const linked = await openLink(token)
  if (linked.state !== 'open') return <Answered linked={linked} />
  const { place, email } = linked
  const [t, format] = await Promise.all([getTranslations('confirmation'), getFormatter()])
  const since = place.verifiedAt && place.verifiedAt > place.recordDate ? place.verifiedAt : place.recordDate
  const form = await changeFormOf(place)
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      {change !== undefined && (
        <Notice tone="warning" role="alert">
          <p>{t('changed')}</p>
        </Notice>
      )}
      <h2>{place.name}</h2>
      <p>
        {place.status === 'DRAFT' ? t('held') : t('intro', { date: format.dateTime(since, { dateStyle: 'long' }) })}
      </p>
      <Listing place={place} at={new Date()} />
      <ConfirmForm token={token} version={place.version} />
      <ChangeForm
        {...form}
        email={email}
        values={{ ...form.values, token: [token], version: [String(place.version)] }}
      />
      {place.status === 'PUBLISHED' && (
        <p className={styles.public}>
          <a href={`/lieux/${place.id}`}>{t('public')}</a>
        </p>
      )}
    </Page>
  )
}

async function Answered({ linked }: { linked: Exclude<Linked, { state: 'open' }> }) {
  const t = await getTranslations('confirmation')
  return (
    <Page width="text">
      <h1>{linked.state === 'over' ? t('overTitle') : t('thanks')}</h1>
      {linked.state === 'over' ? (
        <Notice tone="warning">
          <p>{t('over')}</p>
          <p>
            <a href="/lieux">{t('overSearch')}</a>
          </p>
        </Notice>
      ) : (
        <Notice tone="success" role="status">
          <p>{t(linked.outcome === 'CONFIRMED' ? 'confirmed' : 'proposed', { name: linked.placeName })}</p>
        </Notice>
      )}
    </Page>
  )
}

/** A Monday, from which days are named. */
const monday = Date.UTC(2024, 0, 1)

async function changeFormOf(place: LinkedPlace) {
  const [t, format] = await Promise.all([getTranslations('needs'), getFormatter()])
  const { openingHours, commune } = place
  const cells = openingHours === null ? null : weekCells(openingHours, commune.departmentCode, new Date())
  return {
    values: {
      phone: [place.phone ? spokenPhone(place.phone) : ''],
      emails: [place.emails.join('\n')],
      websites: [place.websites.join('\n')],
      address: [place.address],
      'services[]': place.services.map(({ service }) => service),
      ...Object.fromEntries(weekDays.map((day) => [`hours.${day}`, [cells?.[day] ?? '']])),
    },
    days: weekDays.map((day, index) => ({
      name: `hours.${day}`,
      label: format.dateTime(new Date(monday + index * 24 * 3600 * 1000), { weekday: 'long', timeZone: 'UTC' }),
    })),
    services: needs.map(({ service }) => ({ value: service, label: t(`${service}.name`) })),
    communeName: commune.name,
    otherHours: openingHours !== null && cells === null ? openingHours : null,
  }
}
