import type { ReactNode } from 'react'
import { MapPanel } from '@/components/map/map-panel'
import { listHubsOf } from '@/lib/hubs/queries'
import { listAlternatives } from '@/lib/places/alternatives/queries'
import type { PublishedPlace } from '@/lib/places/queries'
import { listTaking } from '@/lib/referrals/places/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { listUpcomingSessions } from '@/lib/workshops/queries'
import { mapTiles } from '../../map-tiles'
import { GoThere } from './go-there'
import { Nearby } from './nearby'
import { openingOf } from './opening-of'
import { OpeningWeek } from './opening-week'
import styles from './place.module.css'
import { PlaceHead } from './place-head'
import { Practical } from './practical'
import { Provenance } from './provenance'
import { Services } from './services'
import { Sessions } from './sessions'

interface Props {
  place: PublishedPlace
  at: Date
  /** Before where it comes from: what one may do with a page that is public */
  children?: ReactNode
}

/** What the page of a place says, for citizens and for the coordinator who looks at it before them. */
export async function PlaceView({ place, at, children }: Props) {
  const { id, name, kind, latitude, longitude } = place
  const { departmentCode } = place.commune
  const { state, phrase } = openingOf(place, at)
  const isSure = state === 'open' && !place.itinerancy.includes('ITINERANT')
  const [hubs, taking, sessions, alternatives] = await Promise.all([
    listHubsOf(departmentCode),
    listTaking([id]),
    listUpcomingSessions(id, at),
    isSure ? null : listAlternatives(place),
  ])
  const isApproximate = place.precision !== 'SURVEYED' && place.precision !== 'ADDRESS'
  return (
    <>
      <PlaceHead place={place} opening={phrase} takesReferrals={taking.has(id)} />
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
          <Sessions placeId={id} sessions={sessions} timeZone={timeZoneOf(departmentCode)} />
          <Practical place={place} />
        </div>
      </div>
      {children}
      <Provenance place={place} hubs={hubs} />
    </>
  )
}
