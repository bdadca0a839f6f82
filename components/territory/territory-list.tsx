import { useTranslations } from 'next-intl'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { territoryPath } from '@/lib/territory/pages/address'
import type { CountedTerritory } from '@/lib/territory/pages/territory-page'
import styles from './territory.module.css'

/** Territories that have places, each with how many. */
export function TerritoryList({ territories }: { territories: readonly CountedTerritory[] }) {
  const t = useTranslations('territories')
  return (
    <ul className={styles.columns}>
      {territories.map((territory) => (
        <li key={territory.code}>
          <LocalLink href={territoryPath(territory)}>
            <FrenchData>{territory.name}</FrenchData>
          </LocalLink>{' '}
          <span className={styles.count}>{t('places', { count: territory.count })}</span>
        </li>
      ))}
    </ul>
  )
}
