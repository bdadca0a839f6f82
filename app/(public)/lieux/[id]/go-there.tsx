import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { PublishedPlace } from '@/lib/places/queries'
import styles from './place.module.css'

/** The address, and the ways to it in the person's own application. */
export function GoThere({ place, isApproximate }: { place: PublishedPlace; isApproximate: boolean }) {
  const t = useTranslations('place')
  const { address, addressComplement, postcode, commune, latitude, longitude } = place
  const written = `${address}, ${postcode} ${commune.name}`
  const point = `${latitude},${longitude}`
  // Where the point is only the commune's, the address says more.
  const destination = isApproximate ? written : point
  return (
    <section id="y-aller">
      <h2>{t('addressTitle')}</h2>
      <address className={styles.address}>
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
      <ul className={styles.links}>
        <li>
          <a href={`geo:${point}?q=${encodeURIComponent(isApproximate ? written : `${point}(${place.name})`)}`}>
            {t('phoneMaps')}
          </a>
        </li>
        <li>
          <a href={`https://www.openstreetmap.org/directions?to=${encodeURIComponent(point)}`}>{t('openstreetmap')}</a>
        </li>
        <li>
          <a href={`https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(destination)}`}>
            {t('google')}
          </a>
        </li>
      </ul>
    </section>
  )
}
