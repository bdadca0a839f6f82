import type { ReactNode } from 'react'
import styles from './page.module.css'

interface Props {
  /** `text` for reading, `wide` for tables of many columns. */
  width?: 'text' | 'page' | 'wide'
  children: ReactNode
}

/** The content of a page: where the skip link leads. */
export function Page({ width = 'page', children }: Props) {
  const className = width === 'page' ? styles.main : `${styles.main} ${styles[width]}`
  return (
    <main id="contenu" tabIndex={-1} className={className}>
      {children}
    </main>
  )
}
