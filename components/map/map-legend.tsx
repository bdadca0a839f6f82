import { useTranslations } from 'next-intl'
import { KindShape } from '@/components/place/kind-shape'
import type { ShownKind } from '@/components/place/kind-shapes'
import { KindTag } from '@/components/place/kind-tag'
import styles from './map-legend.module.css'

interface Props {
  kinds: readonly ShownKind[]
  /** The marks that gather places, that stand aside from where they are, and that say where one starts from */
  areMarksExplained: boolean
}

/** What the marks mean: a colour, a shape and a word for each. It can be folded, on a small screen. */
export function MapLegend({ kinds, areMarksExplained }: Props) {
  const t = useTranslations('map')
  return (
    <details className={styles.legend} open>
      <summary className={styles.summary}>{t('legend')}</summary>
      <ul className={styles.marks}>
        {kinds.map((kind) => (
          <li key={kind}>
            <KindTag kind={kind} />
          </li>
        ))}
        {areMarksExplained && (
          <>
            <li>
              <span className={styles.cluster} aria-hidden="true">
                12
              </span>
              {t('legendCluster')}
            </li>
            <li>
              <span className={styles.approximate}>
                <KindShape kind="MEDIATION" />
              </span>
              {t('approximate')}
            </li>
            <li>
              <span className={styles.start} aria-hidden="true" />
              {t('you')}
            </li>
          </>
        )}
      </ul>
    </details>
  )
}
