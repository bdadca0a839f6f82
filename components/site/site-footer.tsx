import { useTranslations } from 'next-intl'
import styles from './site-footer.module.css'

/** What the site is, where its data come from, and under which licence. */
export function SiteFooter() {
  const t = useTranslations('site')
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{t('promise')}</p>
        <ul className={styles.links}>
          <li>
            <a href="/a-propos">{t('about')}</a>
          </li>
          <li>
            <a href="/accessibilite">{t('accessibility')}</a>
          </li>
          <li>
            <a href="/donnees">{t('openData')}</a>
          </li>
        </ul>
        <p className={styles.small}>{t('licences')}</p>
      </div>
    </footer>
  )
}
