import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MapPanel } from '@/components/map/map-panel'
import { getLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { listHubsOf } from '@/lib/hubs/queries'
import { getPublishedPlace, type PublishedPlace, resolvePlaceId } from '@/lib/places/queries'
import { mapTiles } from '../../map-tiles'
import { GoThere } from './go-there'
import { OpeningWeek } from './opening-week'
import styles from './place.module.css'
import { PlaceHead } from './place-head'
import { Practical } from './practical'
import { Provenance } from './provenance'
import { Services } from './services'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await getPublishedPlace(await idOf(params))
  const t = await getTranslations()
  if (!place) return { title: t('notFound.title') }
  const commune = place.commune.name
  return {
    title: place.name.includes(commune) ? place.name : `${place.name}, ${commune}`,
    description: place.summary ?? t('place.description', { kind: t(`kinds.${place.kind}`), commune }),
  }
}

export default async function PlacePage({ params }: Props) {
  const place = await findPlace(await idOf(params))
  const hubs = await listHubsOf(place.commune.departmentCode)
  const { id, name, kind, latitude, longitude } = place
  const isApproximate = place.precision !== 'SURVEYED' && place.precision !== 'ADDRESS'
  const at = new Date()
  return (
    <Page>
      <PlaceHead place={place} at={at} />
      <div className={styles.columns}>
        <div>
          <OpeningWeek place={place} at={at} />
          <GoThere place={place} isApproximate={isApproximate} />
          <MapPanel
            isSmall
            withoutLinks
            tiles={mapTiles()}
            inView={[[latitude, longitude]]}
            points={[{ id, name, kind, latitude, longitude, isApproximate }]}
          />
        </div>
        <div>
          <Services place={place} />
          <Practical place={place} />
        </div>
      </div>
      <Provenance place={place} hubs={hubs} />
    </Page>
  )
}

async function idOf(params: Props['params']): Promise<string> {
  const { id } = await params
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** The place with this id; an id that became another's leads there for good. */
async function findPlace(id: string): Promise<PublishedPlace> {
  const place = await getPublishedPlace(id)
  if (place) return place
  const other = await resolvePlaceId(id)
  if (other && other !== id) permanentRedirect((await getLocalPath())(`/lieux/${other}`))
  notFound()
}
