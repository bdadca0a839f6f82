import { KindTag } from '@/components/place/kind-tag'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { spokenPhone } from '@/lib/places/spoken-phone'
import type { PlaceKind } from '@/prisma/client/enums'
import styles from './territory.module.css'

interface Props {
  places: readonly {
    id: string
    name: string
    kind: PlaceKind
    address: string
    postcode: string
    communeName: string
    phone: string | null
  }[]
}

/** Places by what does not change with the hour: their pages tell the rest. */
export function PlaceLines({ places }: Props) {
  return (
    <ul className={styles.places}>
      {places.map(({ id, name, kind, address, postcode, communeName, phone }) => (
        <li key={id}>
          <h3 className={styles.name}>
            <LocalLink href={`/lieux/${id}`}>
              <FrenchData>{name}</FrenchData>
            </LocalLink>
          </h3>
          <p>
            <KindTag kind={kind} />
          </p>
          <p>
            <FrenchData>
              {address}, {postcode} {communeName}
            </FrenchData>
          </p>
          {phone && <a href={`tel:${phone}`}>{spokenPhone(phone)}</a>}
        </li>
      ))}
    </ul>
  )
}
