import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import styles from './need-buttons.module.css'
import { needs, serviceSlug } from './needs'

/** Each need submits the form it stands in, with its service: one touch, and no "next" to look for. */
export function NeedButtons() {
  const t = useTranslations('needs')
  return (
    <ul className={styles.needs}>
      {needs.map(({ service, icon }) => (
        <li key={service}>
          <button type="submit" className={styles.need} name="services" value={serviceSlug(service)}>
            <span className={styles.icon}>
              <Icon name={icon} size={28} />
            </span>
            <span>
              <span className={styles.name}>{t(`${service}.name`)}</span>{' '}
              <span className={styles.examples}>{t(`${service}.examples`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
