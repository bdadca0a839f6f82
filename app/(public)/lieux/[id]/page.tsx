import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JsonData } from '@/components/site/json-data'
import { Page } from '@/components/site/page'
import { env } from '@/lib/env'
import { placeData } from '@/lib/open-data/schema-org'
import { findPlace, type PlaceProps, placeOf } from './find-place'
import { Keep } from './keep'
import { PlaceView } from './place-view'

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
  const at = new Date()
  return (
    <Page>
      <PlaceView place={place} at={at}>
        <Keep place={place} />
      </PlaceView>
      <JsonData data={placeData(place, env().PUBLIC_URL, at)} />
    </Page>
  )
}
