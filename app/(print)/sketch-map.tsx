import { useTranslations } from 'next-intl'
import type { PublishedPlace } from '@/lib/places/queries'
import { roundedDistance } from '@/lib/places/rounded-distance'
import { type Sketch, type Town, windFrom } from '@/lib/places/sketch/sketch'
import { distanceInMetres } from '@/lib/territory/distance'
import styles from './sketch-map.module.css'

interface Props {
  place: PublishedPlace
  sketch: Sketch
  centre: Town | null
}

/** The place among its neighbouring towns: a map that needs no other site, and prints in black. */
export function SketchMap({ place, sketch, centre }: Props) {
  const t = useTranslations('sheet')
  const isExact = place.precision === 'SURVEYED' || place.precision === 'ADDRESS'
  const where = useWhere(place, centre)
  const { scale, towns } = sketch
  return (
    <figure className={styles.map}>
      <svg viewBox="0 0 100 100" role="img" aria-label={t('map', { towns: towns.map(({ name }) => name).join(', ') })}>
        <rect className={styles.frame} x="0.5" y="0.5" width="99" height="99" rx="3" />
        {towns.map(({ name, x, y, label }) => (
          <g key={`${name} ${x} ${y}`}>
            <circle className={styles.town} cx={x} cy={y} r="1" />
            <text className={styles.townName} x={label.x} y={label.y} textAnchor={label.anchor} direction="ltr">
              {name}
            </text>
          </g>
        ))}
        {isExact ? (
          <path className={styles.here} d="M50 50l-3.2-5.4a3.8 3.8 0 1 1 6.4 0z" />
        ) : (
          <circle className={styles.roughly} cx="50" cy="50" r="4" />
        )}
        <path className={styles.line} d="M91 12V4l-2 3m2-3l2 3" />
        <text className={styles.townName} x="91" y="18" textAnchor="middle">
          {t('north')}
        </text>
        <path className={styles.line} d={`M5 93v2h${scale.units}v-2`} />
        <text className={styles.townName} x={7 + scale.units} y="96.5">
          {t('length', { kilometres: scale.metres / 1000 })}
        </text>
      </svg>
      <figcaption>{isExact ? where : t('roughly')}</figcaption>
    </figure>
  )
}

/** "À 1,2 km au nord du centre de Blois", as the crow flies. */
export function useWhere(place: PublishedPlace, centre: Town | null): string {
  const t = useTranslations('sheet')
  const distance = useTranslations('distance')
  if (!centre) return ''
  const metres = distanceInMetres(centre, place)
  if (metres < 400) return t('inTheMiddle', { commune: centre.name })
  const { unit, value } = roundedDistance(metres)
  return t('from', {
    distance: distance(unit, { value }),
    wind: t(`winds.${windFrom(centre, place)}`),
    commune: centre.name,
  })
}
