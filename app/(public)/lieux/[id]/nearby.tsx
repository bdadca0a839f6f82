import { useTranslations } from 'next-intl'
import { KindTag } from '@/components/place/kind-tag'
import { OpeningStatus } from '@/components/place/opening-status'
import { LocalLink } from '@/components/site/local-link'
import { searchInstead } from '@/lib/places/alternatives/queries'
import { placeOpening } from '@/lib/places/opening-phrase'
import type { PublishedPlace } from '@/lib/places/queries'
import { roundedDistance } from '@/lib/places/rounded-distance'
import type { FoundPlace } from '@/lib/search/found-place'
import { pageAddress } from '@/lib/search/page-address'
import { defaultLimit } from '@/lib/search/schema'
import styles from './place.module.css'

interface Props {
  place: PublishedPlace
  alternatives: readonly FoundPlace[]
  at: Date
}

/** Where else to go now, when this place is shut, unsure or on the road. */
export function Nearby({ place, alternatives, at }: Props) {
  const t = useTranslations('place')
  const around = pageAddress({
    search: { ...searchInstead(place), services: [], radius: null, limit: defaultLimit },
    place: place.commune.name,
    isPositionFromPlace: false,
  })
  return (
    <section>
      <h2>{t('nearbyTitle')}</h2>
      {alternatives.length === 0 && <p>{t('noneNearby')}</p>}
      <ul className={styles.list}>
        {alternatives.map((other) => (
          <Alternative key={other.id} place={other} at={at} />
        ))}
      </ul>
      <p className={styles.links}>
        <LocalLink href={around}>{t('openAround')}</LocalLink>
      </p>
    </section>
  )
}

function Alternative({ place, at }: { place: FoundPlace; at: Date }) {
  const distance = useTranslations('distance')
  const { id, name, kind } = place
  const { unit, value } = roundedDistance(place.distance ?? 0)
  return (
    <li className={styles.alternative}>
      <LocalLink className={styles.link} href={`/lieux/${id}`}>
        <span lang="fr">{name}</span>
      </LocalLink>
      <p className={styles.facts}>
        <OpeningStatus phrase={placeOpening(place, at)} />
        <span>{distance(unit, { value })}</span>
        <KindTag kind={kind} />
      </p>
    </li>
  )
}
