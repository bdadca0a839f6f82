import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LocalLink } from '@/components/site/local-link'
import { useLocalPath } from '@/components/site/local-path'
import { ButtonLink } from '@/components/ui/button'
import type { PublishedPlace } from '@/lib/places/queries'
import styles from './place.module.css'

interface Props {
  place: PublishedPlace
  hubs: readonly { slug: string; name: string }[]
}

/** Who said so, when, and who can put it right. */
export function Provenance({ place, hubs }: Props) {
  const t = useTranslations('place')
  const to = useLocalPath()
  return (
    <footer className={styles.provenance}>
      <h2>{t('sourceTitle')}</h2>
      <Freshness place={place} hubs={hubs} />
      <Sources place={place} />
      <p>
        <ButtonLink variant="secondary" href={to(`/lieux/${place.id}/signaler`)} rel="nofollow">
          {t('report')}
        </ButtonLink>
      </p>
    </footer>
  )
}

/** Hubs keep the places of their départements: what the place did not say itself was verified under their eyes. */
function Freshness({ place: { verifiedAt, recordDate, isConfirmedByItself }, hubs }: Props) {
  const t = useTranslations('place')
  const format = useFormatter()
  const day = (date: Date, timeZone?: string) => format.dateTime(date, { dateStyle: 'long', timeZone })
  const names = hubs.map(({ slug, name }) => (
    <LocalLink key={slug} href={`/hubs/${slug}`}>
      <span lang="fr">{name}</span>
    </LocalLink>
  ))
  if (!verifiedAt) {
    return (
      <p>
        {t('dated', { date: day(recordDate, 'UTC') })}{' '}
        {names.length > 0 && t.rich('followed', { hub: () => list(names) })}
      </p>
    )
  }
  const date = day(verifiedAt)
  if (isConfirmedByItself) {
    return (
      <p>
        {t('confirmedByItself', { date })} {names.length > 0 && t.rich('followed', { hub: () => list(names) })}
      </p>
    )
  }
  return <p>{names.length > 0 ? t.rich('verifiedBy', { date, hub: () => list(names) }) : t('verified', { date })}</p>
}

const list = (items: readonly ReactNode[]): ReactNode =>
  items.flatMap((item, index) => (index > 0 ? [', ', item] : item))

function Sources({ place: { sources, collectedBy } }: { place: PublishedPlace }) {
  const t = useTranslations('place')
  const known = [...new Map(sources.map(({ source }) => [source.name, source])).values()]
  return (
    <p lang="fr">
      {known.map(({ name, licence, url }) => (
        <span key={name}>
          {t.rich('source', { name: () => (url ? <a href={url}>{name}</a> : name) })}
          {licence && ` (${licence})`}.{' '}
        </span>
      ))}
      {collectedBy && t('collectedBy', { name: collectedBy })}
    </p>
  )
}
