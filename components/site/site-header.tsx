import { useTranslations } from 'next-intl'
import { Logo } from './logo'
import styles from './site-header.module.css'

/** The name of the site, and the three ways in. */
export function SiteHeader() {
  const t = useTranslations('site')
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.brand} href="/" aria-label={t('homeLink')}>
          <Logo />
          <span className={styles.name}>{t('name')}</span>
        </a>
        <nav className={styles.nav} aria-label={t('mainNavigation')}>
          <a href="/lieux">{t('findPlace')}</a>
          <a href="/hubs">{t('hubs')}</a>
          <a href="/coordination">{t('professionals')}</a>
        </nav>
      </div>
    </header>
  )
}
