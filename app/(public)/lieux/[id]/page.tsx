import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MapPanel } from '@/components/map/map-panel'
import { JsonData } from '@/components/site/json-data'
import { Page } from '@/components/site/page'
import { env } from '@/lib/env'
import { listHubsOf } from '@/lib/hubs/queries'
import { placeData } from '@/lib/open-data/schema-org'
import { listAlternatives } from '@/lib/places/alternatives/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { listUpcomingSessions } from '@/lib/workshops/queries'
import { mapTiles } from '../../map-tiles'
import { findPlace, type PlaceProps, placeOf } from './find-place'
import { GoThere } from './go-there'

import { Keep } from './keep'
import { Nearby } from './nearby'
import { openingOf } from './opening-of'
import { OpeningWeek } from './opening-week'
import styles from './place.module.css'
import { PlaceHead } from './place-head'
import { Practical } from './practical'
import { Provenance } from './provenance'
import { Services } from './services'
import { Sessions } from './sessions'

export async function generateMetadata({ params }: PlaceProps): Promise<Metadata> {
  const place = await placeOf(params)
  const t = await getTranslations()
  if (!place) return { title: t('notFound.title') }
  const commune = place.commune.name
  return {
    title: place.name.includes(commune) ? place.name : `${place.name}, ${commune}`,
    description: place.summary ?? t('place.description', { kind: t(`kinds.${place.kind}`), commune }),
  }
}

export default async function PlacePage({ params }: PlaceProps) {
  const place = await findPlace(params)
  const { id, name, kind, latitude, longitude } = place
  const { departmentCode } = place.commune
  const at = new Date()
  const { state, phrase } = openingOf(place, at)
  const isSure = state === 'open' && !place.itinerancy.includes('ITINERANT')
  const [hubs, sessions, alternatives] = await Promise.all([
    listHubsOf(departmentCode),
    listUpcomingSessions(id, at),
    isSure ? null : listAlternatives(place),
  ])
  const isApproximate = place.precision !== 'SURVEYED' && place.precision !== 'ADDRESS'
  return (
    <Page>
      <PlaceHead place={place} opening={phrase} />
      <div className={styles.columns}>
        <div>
          <OpeningWeek place={place} at={at} />
          {alternatives && <Nearby place={place} alternatives={alternatives} at={at} />}
          <GoThere place={place} isApproximate={isApproximate} />
          <div className={styles.map}>
            <MapPanel
              isSmall
              withoutLinks
              tiles={mapTiles()}
              inView={[[latitude, longitude]]}
              points={[{ id, name, kind, latitude, longitude, isApproximate }]}
            />
          </div>
        </div>
        <div>
          <Services place={place} />
          <Sessions sessions={sessions} timeZone={timeZoneOf(departmentCode)} />
          <Practical place={place} />
        </div>
      </div>
      <Keep place={place} />
      <Provenance place={place} hubs={hubs} />
      <JsonData data={placeData(place, env().PUBLIC_URL, at)} />
    </Page>
  )
}
