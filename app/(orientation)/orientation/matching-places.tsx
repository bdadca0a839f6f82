import { useTranslations } from 'next-intl'
import { useReasons } from '@/app/(public)/lieux/use-reasons'
import { PlaceCard } from '@/components/place/place-card'
import { Button, ButtonLink } from '@/components/ui/button'
import type { Service } from '@/prisma/client/enums'
import type { Assessed } from './assess'
import styles from './outcome.module.css'

interface Props {
  around: Assessed['around']
  /** What is needed, told first on each card */
  services: readonly Service[]
}

type GivenUp = 'openAt' | 'openingTimes' | 'programmes' | 'fees' | 'supportModes' | 'specialCare' | 'radius'

/** The places of the public search that meet the answers, and what of the answers they do not say that they meet. */
export function MatchingPlaces({ around, services }: Props) {
  const t = useTranslations('orientation.outcome.places')
  if (!around) return <p>{t('noWhere')}</p>
  return <Places around={around} services={services} />
}

function Places({ around, services }: Props & { around: NonNullable<Assessed['around']> }) {
  const t = useTranslations('orientation.outcome.places')
  const { name, matching, openings, referrals, allPlaces } = around
  const { places, givenUp, asked } = matching
  const reasonsOf = useReasons(asked)
  return (
    <section>
      <h2>{t('title', { where: name })}</h2>
      {places.length === 0 && <p>{t('none')}</p>}
      {places.length > 0 && givenUp.length === 0 && <p>{t('all')}</p>}
      {givenUp.length > 0 && places.length > 0 && (
        <>
          <p>{t('givenUp')}</p>
          <ul>
            {givenUp.map((field) => (
              <li key={field}>{t(`givenUpNames.${field as GivenUp}`)}</li>
            ))}
          </ul>
        </>
      )}
      {places.length > 0 && (
        <form action="/fiche" target="_blank" rel="noopener">
          <p>{t('apart')}</p>
          <ol className={styles.places}>
            {places.map((place, index) => (
              <li key={place.id}>
                <PlaceCard
                  place={place}
                  opening={openings[index] ?? { key: 'unknown' }}
                  wanted={services}
                  reasons={reasonsOf(place)}
                  opensApart
                />
                {referrals[index] && (
                  <p className={styles.refer}>
                    <ButtonLink variant="secondary" href={referrals[index]} target="_blank" rel="noopener">
                      {t('refer')} <span className="visually-hidden">{place.name}</span>
                    </ButtonLink>
                  </p>
                )}
                <label className={styles.choose}>
                  <input type="checkbox" name="lieux" value={place.id} defaultChecked={index === 0} />
                  <span>{t('choose', { name: place.name })}</span>
                </label>
              </li>
            ))}
          </ol>
          <div className={styles.tools}>
            <Button>{t('sheet')}</Button>
          </div>
        </form>
      )}
      <p className={styles.all}>
        <a href={allPlaces} target="_blank" rel="noreferrer">
          {t('seeAll')}
        </a>
        <span> {t('seeAllHint')}</span>
      </p>
    </section>
  )
}
