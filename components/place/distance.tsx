import { useTranslations } from 'next-intl'
import { roundedDistance } from '@/lib/places/rounded-distance'
import styles from './place-card.module.css'

interface Props {
  /** Metres; null without a position to start from */
  distance: number | null
  isApproximate: boolean
}

/** How far a place is; from one known to its street or its commune only, metres would promise too much. */
export function Distance({ distance, isApproximate }: Props) {
  const t = useTranslations('card')
  const words = useTranslations('distance')
  if (distance === null) return isApproximate && <span className={styles.aside}>{t('approximate')}</span>
  const { unit, value } = roundedDistance(distance)
  const kilometres = Math.max(1, Math.round(distance / 1000))
  return <strong>{isApproximate ? words('around', { value: kilometres }) : words(unit, { value })}</strong>
}
