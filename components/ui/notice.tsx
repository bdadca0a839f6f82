import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import styles from './notice.module.css'

const icons = { info: 'info', success: 'check', warning: 'warning', error: 'warning' } as const satisfies Record<
  string,
  IconName
>

interface Props {
  tone?: keyof typeof icons
  title?: ReactNode
  children?: ReactNode
  /** `alert` or `status` when it appears after an action; nothing when the page is born with it. */
  role?: 'alert' | 'status'
  id?: string
}

/** A word to the person, apart from the rest of the page. */
export function Notice({ tone = 'info', title, children, role, id }: Props) {
  return (
    <div
      className={tone === 'info' ? styles.notice : `${styles.notice} ${styles[tone]}`}
      role={role}
      id={id}
      tabIndex={id ? -1 : undefined}
    >
      <Icon name={icons[tone]} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
