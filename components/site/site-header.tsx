import { useTranslations } from 'next-intl'
import { LanguageSwitcher } from './language-switcher'
import { LocalLink } from './local-link'
import { Logo } from './logo'
import styles from './site-header.module.css'

/** The name of the site, and the ways in. */
export function SiteHeader() {
  const t = useTranslations('site')
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <LocalLink className={styles.brand} href="/" aria-label={t('homeLink')}>
          <Logo />
          <span className={styles.name}>{t('name')}</span>
        </LocalLink>
        <LanguageSwitcher />
        <nav className={styles.nav} aria-label={t('mainNavigation')}>
          <LocalLink href="/lieux">{t('findPlace')}</LocalLink>
          <LocalLink href="/mes-lieux">{t('kept')}</LocalLink>
          <LocalLink href="/hubs">{t('hubs')}</LocalLink>
          <a href="/coordination" hrefLang="fr">
            {t('professionals')}
          </a>
        </nav>
      </div>
    </header>
  )
}
