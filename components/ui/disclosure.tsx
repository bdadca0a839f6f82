import type { ReactNode } from 'react'
import styles from './disclosure.module.css'
import { Icon, type IconName } from './icon'

interface Props {
  summary: ReactNode
  icon?: IconName
  open?: boolean
  children: ReactNode
}

/** A part that one opens, with the browser's own means. */
export function Disclosure({ summary, icon, open, children }: Props) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary className={styles.summary}>
        {icon && <Icon name={icon} size={20} />}
        <span>{summary}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
