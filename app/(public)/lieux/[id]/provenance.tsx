import { useFormatter, useTranslations } from 'next-intl'
import { LocalLink } from '@/components/site/local-link'
import type { PublishedPlace } from '@/lib/places/queries'
import styles from './place.module.css'

interface Props {
  place: PublishedPlace
  hubs: readonly { slug: string; name: string }[]
}

/** Who said so, when, and who can put it right. */
export function Provenance({ place, hubs }: Props) {
  const t = useTranslations('place')
  const format = useFormatter()
  const day = (date: Date, timeZone?: string) => format.dateTime(date, { dateStyle: 'long', timeZone })
  const sources = [...new Set(place.sources.map(({ source }) => source.name))]
  return (
    <footer className={styles.provenance}>
      <h2>{t('sourceTitle')}</h2>
      <p>
        {t('updated', { date: day(place.recordDate, 'UTC') })}{' '}
        {place.verifiedAt && t('verified', { date: day(place.verifiedAt) })}{' '}
        {sources.length > 0 && t('source', { name: sources.join(', ') })}{' '}
        {place.collectedBy && t('collectedBy', { name: place.collectedBy })}
      </p>
      {hubs.length > 0 && (
        <>
          <p>{t('hub')}</p>
          <ul className={styles.links}>
            {hubs.map(({ slug, name }) => (
              <li key={slug}>
                <LocalLink href={`/hubs/${slug}`}>{name}</LocalLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </footer>
  )
}
