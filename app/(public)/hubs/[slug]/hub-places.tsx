import { useTranslations } from 'next-intl'
import { PlaceLines } from '@/components/territory/place-lines'
import type { FoundPlace } from '@/lib/search/found-place'

/** The first places of a hub; the others are a link away. */
export function HubPlaces({ places }: { places: readonly FoundPlace[] }) {
  const t = useTranslations('hubs')
  if (places.length === 0) return null
  return (
    <section>
      <h2>{t('nearby')}</h2>
      <PlaceLines places={places} />
    </section>
  )
}
