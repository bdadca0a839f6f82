import pills from '@/components/ui/pills.module.css'

interface Props {
  label: string
  links: readonly { name: string; href: string; current: 'page' | 'true' | false }[]
}

/** The parts of a list of referrals, of which one is shown. */
export function Groups({ label, links }: Props) {
  return (
    <nav aria-label={label}>
      <ul className={pills.pills}>
        {links.map(({ name, href, current }) => (
          <li key={name}>
            <a href={href} aria-current={current || undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
