'use client'

import { usePathname } from 'next/navigation'
import { currentLink } from '@/components/site/current-link'

interface Props {
  label: string
  links: readonly { href: string; name: string }[]
  className?: string
}

/** The menu of the back office, which says where one is: the dashboard is a page, the others hold more. */
export function CoordinationMenu({ label, links, className }: Props) {
  const path = usePathname()
  return (
    <nav className={className} aria-label={label}>
      {links.map(({ href, name }, index) => {
        const current = currentLink(path, href)
        return (
          <a key={href} href={href} aria-current={index === 0 && current !== 'page' ? undefined : current}>
            {name}
          </a>
        )
      })}
    </nav>
  )
}
