import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { MapPanel } from '@/components/map/map-panel'
import { KindTag } from '@/components/place/kind-tag'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { getLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { countPlacesByDepartment, getHub } from '@/lib/hubs/queries'
import { pageAddress } from '@/lib/search/page-address'
import { searchPlaces } from '@/lib/search/queries'
import { parseSearch, searchToParams } from '@/lib/search/schema'
import { mapTiles } from '../../map-tiles'
import styles from '../hubs.module.css'
import { HubContact } from './hub-contact'
import { HubPlaces } from './hub-places'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const hub = await getHub((await params).slug)
  if (!hub) return {}
  const t = await getTranslations('hubs')
  return { title: hub.name, description: hub.description ?? t('description', { name: hub.name }) }
}

export default async function HubPage({ params }: Props) {
  const hub = await getHub((await params).slug)
  if (!hub) notFound()
  const t = await getTranslations('hubs')
  const format = await getFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  const codes = hub.departments.map(({ code }) => code)
  const search = { ...parseSearch({}).search, departmentCodes: codes, limit: 10 }
  const [{ total, places }, counts] = await Promise.all([searchPlaces(search), countPlacesByDepartment(codes)])
  const to = await getLocalPath()
  const all = to(pageAddress({ search: { ...search, limit: 20 }, place: null, isPositionFromPlace: false }))
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: to('/hubs') }]} />
      <h1>
        <FrenchData>{hub.name}</FrenchData>
      </h1>
      <p>
        <KindTag kind="HUB" />
      </p>
      {hub.endedOn && <p>{t('ended', { date: day(hub.endedOn) })}</p>}
      {hub.description && (
        <p className={styles.lead}>
          <FrenchData>{hub.description}</FrenchData>
        </p>
      )}
      <p>
        <ButtonLink href={all}>
          {t('seePlaces')} ({format.number(total)})
        </ButtonLink>
      </p>
      <div className={styles.columns}>
        <div>
          <section>
            <h2>{t('departmentsTitle')}</h2>
            <ul className={`${styles.plain} ${styles.departments}`}>
              {hub.departments.map(({ code, name }) => (
                <li key={code}>
                  <LocalLink href={`/lieux?departement=${code}`}>{name}</LocalLink>{' '}
                  <span className={styles.count}>{t('places', { count: counts.get(code) ?? 0 })}</span>
                </li>
              ))}
            </ul>
          </section>
          <HubContact hub={hub} />
          {hub.foundedOn && <p className={styles.count}>{t('founded', { date: day(hub.foundedOn) })}</p>}
          <HubPlaces places={places} />
        </div>
        <MapPanel
          tiles={mapTiles()}
          inView={[hub, ...places].map(({ latitude, longitude }) => [latitude, longitude])}
          query={searchToParams({ ...search, limit: 20 }).toString()}
        />
      </div>
    </Page>
  )
}
