'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { currentLink } from './current-link'
import styles from './desk-header.module.css'

interface DeskLink {
  href: string
  name: string
}

export interface DeskMenuProps {
  label: string
  /** The daily work, always in sight; the first is a page, the others hold more */
  links: readonly DeskLink[]
  /** The rest, and the word it is under */
  more?: { name: string; links: readonly DeskLink[] }
}

/** The menu of a desk, which says where one is. */
export function DeskMenu({ label, links, more }: DeskMenuProps) {
  const path = usePathname()
  const details = useClosing()
  const [home] = links
  const currentOf = (href: string) => {
    const current = currentLink(path, href)
    return href === home?.href && current !== 'page' ? undefined : current
  }
  const item = ({ href, name }: DeskLink) => (
    <a key={href} href={href} aria-current={currentOf(href)}>
      {name}
    </a>
  )
  return (
    <nav className={styles.nav} aria-label={label}>
      {links.map(item)}
      {more && more.links.length > 0 && (
        <details className={styles.more} ref={details}>
          <summary className={more.links.some(({ href }) => currentOf(href)) ? styles.current : undefined}>
            {more.name}
          </summary>
          <div className={styles.others}>{more.links.map(item)}</div>
        </details>
      )}
    </nav>
  )
}

/** Closes what is open when one goes elsewhere on the page, or presses Escape; the browser opens it by itself. */
function useClosing() {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const open = details.current
      if (open?.open && !open.contains(event.target as Node)) open.open = false
    }
    const closeByKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !details.current?.open) return
      details.current.open = false
      details.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    document.addEventListener('keydown', closeByKey)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
      document.removeEventListener('keydown', closeByKey)
    }
  }, [])
  return details
}
