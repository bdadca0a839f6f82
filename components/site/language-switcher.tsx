import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { locales, ownNames } from '@/lib/i18n/languages'
import { localPath } from '@/lib/i18n/path'
import { pathInFrench } from '@/lib/i18n/request-headers'
import styles from './language-switcher.module.css'

/** The same page, with what it was asked, in each language; nothing where there is only French. */
export async function LanguageSwitcher() {
  const path = pathInFrench(await headers())
  if (path === null) return null
  const t = await getTranslations('site')
  const current = await getLocale()
  return (
    <details className={styles.switcher}>
      <summary className={styles.summary}>
        <Icon name="globe" size={20} />
        <span className="visually-hidden">{t('languages')}</span> {ownNames[current]}
      </summary>
      <ul className={styles.languages}>
        {locales.map((locale) => (
          <li key={locale}>
            <a
              href={localPath(locale, path)}
              lang={locale}
              hrefLang={locale}
              aria-current={locale === current ? 'true' : undefined}
            >
              {ownNames[locale]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
