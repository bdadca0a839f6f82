import { useLocale, useTranslations } from 'next-intl'
import { type ShownKind, shownKinds } from '@/components/place/kind-shapes'
import { KindTag } from '@/components/place/kind-tag'
import { LazyMap } from './lazy-map'
import styles from './map-panel.module.css'
import type { MapProps, MapText } from './map-props'

type Props = Omit<MapProps, 'text'> & {
  /** A small map of one point needs no legend and no way round. */
  isSmall?: boolean
  /** What the legend explains. */
  kinds?: readonly ShownKind[]
}

/** The map in its frame: a way past it, its legend, and a word for who has no JavaScript. */
export function MapPanel({ isSmall = false, kinds = shownKinds, ...props }: Props) {
  const t = useTranslations('map')
  return (
    <section id="carte" className={isSmall ? styles.small : styles.panel} aria-labelledby="map-title">
      <h2 className={isSmall ? 'visually-hidden' : styles.title} id="map-title">
        {t('title')}
      </h2>
      <a className={styles.skip} href="#apres-carte">
        {t('skip')}
      </a>
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
      <LazyMap {...props} text={useMapText()} loading={t('loading')} />
      {!isSmall && (
        <ul className={styles.legend} aria-label={t('legend')}>
          {kinds.map((kind) => (
            <li key={kind}>
              <KindTag kind={kind} />
            </li>
          ))}
        </ul>
      )}
      <span id="apres-carte" tabIndex={-1} />
    </section>
  )
}

function useMapText(): MapText {
  const t = useTranslations('map')
  const kinds = useTranslations('kinds')
  return {
    locale: useLocale(),
    label: t('label'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    cluster: t.raw('cluster'),
    approximate: t('approximate'),
    see: t('see'),
    seeHub: t('seeHub'),
    close: t('close'),
    you: t('you'),
    tilesFailed: t('tilesFailed'),
    placesFailed: t('placesFailed'),
    kinds: {
      FABRIQUE: kinds('FABRIQUE'),
      FRANCE_SERVICES: kinds('FRANCE_SERVICES'),
      TIERS_LIEU: kinds('TIERS_LIEU'),
      MEDIATION: kinds('MEDIATION'),
      HUB: kinds('HUB'),
    },
  }
}
