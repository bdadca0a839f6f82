import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { directionsTo } from '@/lib/places/directions'
import type { PublishedPlace } from '@/lib/places/queries'
import styles from './place.module.css'

const apps = { openstreetmap: 'OpenStreetMap', google: 'Google Maps', apple: 'Plans (Apple)' } as const

/** The address, and the ways to it in the person's own application: plain links, nothing of these sites is loaded. */
export function GoThere({ place, isApproximate }: { place: PublishedPlace; isApproximate: boolean }) {
  const t = useTranslations('place')
  const { address, addressComplement, postcode, commune } = place
  const { phone, ways } = directionsTo({ ...place, communeName: commune.name, isApproximate })
  return (
    <section id="y-aller">
      <h2>{t('addressTitle')}</h2>
      <address className={styles.address} lang="fr">
        {address}
        <br />
        {addressComplement && (
          <>
            {addressComplement}
            <br />
          </>
        )}
        {postcode} {commune.name}
      </address>
      {place.itinerancy.includes('ITINERANT') && <p>{t('itinerant')}</p>}
      {isApproximate && (
        <Notice tone="warning">
          <p>{t('approximate')}</p>
        </Notice>
      )}
      <p>
        <ButtonLink variant="secondary" href={phone}>
          <Icon name="phone" /> {t('phoneMaps')}
        </ButtonLink>
      </p>
      <dl className={styles.ways}>
        {ways.map(({ mode, links }) => (
          <div key={mode}>
            <dt>{t(`by.${mode}`)}</dt>
            {links.map(({ app, href }) => (
              <dd key={app}>
                <a href={href} rel="nofollow noreferrer">
                  <span className="visually-hidden">{t(`by.${mode}`)} : </span>
                  {apps[app]}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
