import { useTranslations } from 'next-intl'
import { KindTag } from '@/components/place/kind-tag'
import { needs, serviceSlug } from '@/components/place/needs'
import { LocalLink } from '@/components/site/local-link'
import { kinds, slugOf } from '@/lib/open-data/vocabulary'
import type { Offer } from '@/lib/territory/pages/territory-page'
import styles from './territory.module.css'

interface Props {
  offer: Offer
  /** The search of all these places, which each line narrows. */
  search: URLSearchParams
}

/** Which places there are, and what they help with: each line leads to them. */
export function OfferList({ offer, search }: Props) {
  const t = useTranslations('territories')
  const need = useTranslations('needs')
  const narrowed = (name: string, value: string) => `/lieux?${new URLSearchParams([...search, [name, value]])}`
  return (
    <>
      <h2>{t('kindsTitle')}</h2>
      <ul className={styles.columns}>
        {offer.kinds.map(({ kind, count }) => (
          <li key={kind}>
            <LocalLink href={narrowed('types', slugOf(kinds[kind]))}>
              <KindTag kind={kind} />
            </LocalLink>{' '}
            <span className={styles.count}>{t('places', { count })}</span>
          </li>
        ))}
      </ul>
      {offer.services.length > 0 && (
        <>
          <h2>{t('servicesTitle')}</h2>
          <ul className={styles.columns}>
            {needs.flatMap(({ service }) => {
              const count = offer.services.find((line) => line.service === service)?.count
              if (!count) return []
              return (
                <li key={service}>
                  <LocalLink href={narrowed('services', serviceSlug(service))}>{need(`${service}.name`)}</LocalLink>{' '}
                  <span className={styles.count}>{t('places', { count })}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
