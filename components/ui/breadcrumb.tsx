import { useTranslations } from 'next-intl'
import styles from './breadcrumb.module.css'

interface Step {
  label: string
  /** Absent for the page one is on. */
  href?: string
}

/** Where one is, and the way back. */
export function Breadcrumb({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step.label}>
            {step.href ? <a href={step.href}>{step.label}</a> : <span aria-current="page">{step.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
