import { useTranslations } from 'next-intl'
import { KindTag } from '@/components/place/kind-tag'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import type { FoundPlace } from '@/lib/search/found-place'
import styles from '../hubs.module.css'

/** The first places of a hub; the others are a link away. */
export function HubPlaces({ places }: { places: readonly FoundPlace[] }) {
  const t = useTranslations('hubs')
  if (places.length === 0) return null
  return (
    <section>
      <h2>{t('nearby')}</h2>
      <ul className={styles.hubs}>
        {places.map(({ id, name, kind, postcode, communeName }) => (
          <li key={id}>
            <h3 className={styles.name}>
              <LocalLink href={`/lieux/${id}`}>
                <FrenchData>{name}</FrenchData>
              </LocalLink>
            </h3>
            <p>
              <KindTag kind={kind} />
            </p>
            <p className={styles.count}>
              <FrenchData>
                {postcode} {communeName}
              </FrenchData>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
