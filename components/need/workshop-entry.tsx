import { useTranslations } from 'next-intl'
import { LocalLink } from '@/components/site/local-link'
import { Icon } from '@/components/ui/icon'
import styles from './guide-entry.module.css'

/** The way to the dated workshops, for who would rather learn with others. */
export function WorkshopEntry({ href = '/ateliers' }: { href?: string }) {
  const t = useTranslations('workshops')
  return (
    <LocalLink className={styles.entry} href={href}>
      <Icon name="calendar" size={32} />
      <span>
        <strong>{t('upcoming')}</strong> <span className={styles.hint}>{t('lead')}</span>
      </span>
    </LocalLink>
  )
}
