import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { pathInFrench } from '@/lib/i18n/request-headers'
import { currentLink } from './current-link'
import { LanguageSwitcher } from './language-switcher'
import { LocalLink } from './local-link'
import { Logo } from './logo'
import styles from './site-header.module.css'

/** The name of the site, and the three ways in. */
export async function SiteHeader() {
  const t = await getTranslations('site')
  const path = pathInFrench(await headers())
  const links = [
    { page: '/lieux', name: t('findPlace') },
    { page: '/hubs', name: t('hubs') },
  ]
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <LocalLink className={styles.brand} href="/" aria-label={t('homeLink')}>
          <Logo />
          <span className={styles.name}>{t('name')}</span>
        </LocalLink>
        <LanguageSwitcher />
        <nav className={styles.nav} aria-label={t('mainNavigation')}>
          {links.map(({ page, name }) => (
            <LocalLink key={page} href={page} aria-current={currentLink(path, page)}>
              {name}
            </LocalLink>
          ))}
          <a href="/coordination" hrefLang="fr">
            {t('professionals')}
          </a>
        </nav>
      </div>
    </header>
  )
}
