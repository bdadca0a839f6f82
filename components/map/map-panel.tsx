import { useLocale, useTranslations } from 'next-intl'
import { type ShownKind, shownKinds } from '@/components/place/kind-shapes'
import { LazyMap } from './lazy-map'
import { MapLegend } from './map-legend'
import styles from './map-panel.module.css'
import type { MapProps, MapText } from './map-props'

type Props = Omit<MapProps, 'text'> & {
  /** A small map of one point needs no legend and no way round. */
  isSmall?: boolean
  /** What the legend explains. */
  kinds?: readonly ShownKind[]
  /** The list that says the same, by its id: on a phone, the way back to it. */
  listId?: string
}

/** The map in its frame: a way past it, its legend, and a word for who has no JavaScript. */
export function MapPanel({ isSmall = false, kinds = shownKinds, listId, ...props }: Props) {
  const t = useTranslations('map')
  return (
    <section id="carte" className={isSmall ? styles.small : styles.panel} aria-labelledby="map-title">
      <div className={styles.head}>
        <h2 className={isSmall ? 'visually-hidden' : styles.title} id="map-title">
          {t('title')}
        </h2>
        {listId && (
          <a className={styles.toList} href={`#${listId}`}>
            {t('backToList')}
          </a>
        )}
      </div>
      <a className={styles.skip} href="#apres-carte">
        {t('skip')}
      </a>
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
      <p className="visually-hidden" id="map-keys">
        {t('keys')}
      </p>
      <LazyMap {...props} text={useMapText()} loading={t('loading')} />
      {!isSmall && <MapLegend kinds={kinds} areMarksExplained={props.query !== undefined} />}
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
    clusterHere: t.raw('clusterHere'),
    approximate: t('approximate'),
    see: t('see'),
    seeHub: t('seeHub'),
    close: t('close'),
    you: t('you'),
    tilesFailed: t('tilesFailed'),
    placesFailed: t('placesFailed'),
    inView: t.raw('inView'),
    searchHere: t('searchHere'),
    ahead: t('ahead'),
    kinds: {
      FABRIQUE: kinds('FABRIQUE'),
      FRANCE_SERVICES: kinds('FRANCE_SERVICES'),
      TIERS_LIEU: kinds('TIERS_LIEU'),
      MEDIATION: kinds('MEDIATION'),
      HUB: kinds('HUB'),
    },
  }
}
