'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { currentLink } from '@/components/site/current-link'
import styles from './coordination-header.module.css'

interface Link {
  href: string
  name: string
}

interface Props {
  label: string
  /** The daily work, always in sight; the first is a page, the others hold more */
  links: readonly Link[]
  /** What the rest is under */
  more: string
  others: readonly Link[]
  className?: string
}

/** The menu of the back office, which says where one is. */
export function CoordinationMenu({ label, links, more, others, className }: Props) {
  const path = usePathname()
  const details = useClosing()
  const [home] = links
  const currentOf = (href: string) => {
    const current = currentLink(path, href)
    return href === home?.href && current !== 'page' ? undefined : current
  }
  const item = ({ href, name }: Link) => (
    <a key={href} href={href} aria-current={currentOf(href)}>
      {name}
    </a>
  )
  const isAmongOthers = others.some(({ href }) => currentOf(href))
  return (
    <nav className={className} aria-label={label}>
      {links.map(item)}
      {others.length > 0 && (
        <details className={styles.more} ref={details}>
          <summary className={isAmongOthers ? styles.current : undefined}>{more}</summary>
          <div className={styles.others}>{others.map(item)}</div>
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
