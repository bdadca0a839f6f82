import { useTranslations } from 'next-intl'
import type { Quality } from '@/lib/places/quality/quality'
import { sections } from '@/lib/places/sections'
import styles from './quality-panel.module.css'

interface Props {
  placeId: string
  quality: Quality
  mayEdit: boolean
}

/** How complete the listing is, and exactly what it lacks, with the way to each. */
export function QualityPanel({ placeId, quality: { score, missing }, mayEdit }: Props) {
  const t = useTranslations('coordination.quality')
  return (
    <section className={styles.panel} aria-labelledby="qualite">
      <h2 id="qualite">{t('title', { score })}</h2>
      <meter
        className={styles.meter}
        min={0}
        max={100}
        low={50}
        high={80}
        optimum={100}
        value={score}
        aria-hidden="true"
      />
      {missing.length === 0 ? (
        <p>{t('complete')}</p>
      ) : (
        <>
          <p>{t('lacks')}</p>
          <ul>
            {missing.map(({ criterion, section, points }) => (
              <li key={criterion}>
                {mayEdit ? (
                  <a href={`/coordination/lieux/${placeId}/${sections[section].slug}`}>{t(`missing.${criterion}`)}</a>
                ) : (
                  t(`missing.${criterion}`)
                )}{' '}
                <span className={styles.points}>{t('points', { points })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.source}>{t('source')}</p>
    </section>
  )
}
