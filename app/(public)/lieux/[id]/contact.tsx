import { useTranslations } from 'next-intl'
import { useLocalPath } from '@/components/site/local-path'
import { Button } from '@/components/ui/button'
import type { PublishedPlace } from '@/lib/places/queries'
import { spokenPhone } from '@/lib/places/spoken-phone'
import styles from './place.module.css'

/** How to reach the place. Its mail address waits behind a button: programs that gather addresses send no forms. */
export function Contact({ place: { id, phone, emails, websites } }: { place: PublishedPlace }) {
  const t = useTranslations('place')
  const to = useLocalPath()
  if (!phone && emails.length === 0 && websites.length === 0) return null
  return (
    <section>
      <h2>{t('contactTitle')}</h2>
      <ul className={styles.links}>
        {phone && (
          <li>
            {t('phone')} <a href={`tel:${phone}`}>{spokenPhone(phone)}</a>
          </li>
        )}
        {websites.map((website) => (
          <li key={website}>
            {t('website')}{' '}
            <a href={website} rel="nofollow">
              {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          </li>
        ))}
      </ul>
      {emails.length > 0 && (
        <form action={to(`/lieux/${id}/ecrire`)}>
          <Button variant="secondary">{t('showEmail')}</Button>
        </form>
      )}
    </section>
  )
}
