import { useTranslations } from 'next-intl'
import styles from './demo-banner.module.css'

/** Until a real file has been imported, nobody should travel to a place that does not exist. */
export function DemoBanner() {
  const t = useTranslations('site')
  return (
    <aside className={styles.banner} aria-label={t('demoTitle')}>
      <strong>{t('demoTitle')}</strong> <span>{t('demoText')}</span>
    </aside>
  )
}
