import { useTranslations } from 'next-intl'
import { LocalLink } from '@/components/site/local-link'
import { Icon } from '@/components/ui/icon'
import styles from './guide-entry.module.css'

/** The way in for who does not know what to look for. */
export function GuideEntry() {
  const t = useTranslations('guide')
  return (
    <LocalLink className={styles.entry} href="/besoins">
      <Icon name="question" size={32} />
      <span>
        <strong>{t('entry')}</strong> <span className={styles.hint}>{t('entryHint')}</span>
      </span>
    </LocalLink>
  )
}
