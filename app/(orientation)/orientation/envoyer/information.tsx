import { useTranslations } from 'next-intl'
import styles from './send.module.css'

/** What the person is told before she agrees, in words to read aloud. */
export function Information({ placeName, eraseAfter }: { placeName: string; eraseAfter: number }) {
  const t = useTranslations('referral.send')
  return (
    <section className={styles.information} aria-labelledby="information">
      <h2 id="information">{t('inform')}</h2>
      <ul>
        <li>{t('informTexts.what', { place: placeName })}</li>
        <li>{t('informTexts.long', { months: eraseAfter })}</li>
        <li>{t('informTexts.right')}</li>
      </ul>
      <p>
        <a href="/confidentialite" target="_blank" rel="noopener">
          {t('more')}
        </a>
      </p>
    </section>
  )
}
