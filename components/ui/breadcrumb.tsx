import { useTranslations } from 'next-intl'
import styles from './breadcrumb.module.css'

interface Step {
  label: string
  href: string
}

/** The way back, from the widest page to the nearest. */
export function Breadcrumb({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step.label}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
