import { useTranslations } from 'next-intl'
import { LocalLink } from './local-link'
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
            <LocalLink href="/mes-lieux">{t('kept')}</LocalLink>
          </li>
          <li>
            <a href="/orientation" hrefLang="fr">
              {t('helpers')}
            </a>
          </li>
          <li>
            <LocalLink href="/territoires">{t('territories')}</LocalLink>
          </li>
          <li>
            <LocalLink href="/a-propos">{t('about')}</LocalLink>
          </li>
          <li>
            <LocalLink href="/accessibilite">{t('accessibility')}</LocalLink>
          </li>
          <li>
            <LocalLink href="/confidentialite">{t('privacy')}</LocalLink>
          </li>
          <li>
            <LocalLink href="/donnees">{t('openData')}</LocalLink>
          </li>
        </ul>
        <p className={styles.small}>{t('licences')}</p>
      </div>
    </footer>
  )
}
