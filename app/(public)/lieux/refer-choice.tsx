import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { sendPath } from '@/lib/referrals/send-path'
import type { FoundPlace } from '@/lib/search/found-place'
import type { Service } from '@/prisma/client/enums'
import styles from './refer-choice.module.css'

interface Props {
  /** Those of the page that take referrals */
  places: readonly FoundPlace[]
  /** What was asked for: it goes along where a place offers it */
  services: readonly Service[]
}

/** For whoever helps somebody: the places of a list to which a referral may be sent; closed until then. */
export function ReferChoice({ places, services }: Props) {
  const t = useTranslations('lieux')
  if (places.length === 0) return null
  return (
    <Disclosure summary={t('refer')} icon="group">
      <p>{t('referLead')}</p>
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={place.id}>
            <a
              lang="fr"
              rel="nofollow"
              href={sendPath(place.id, { services: services.filter((each) => place.services.includes(each)) })}
              hrefLang="fr"
            >
              {place.name}, {place.communeName}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
