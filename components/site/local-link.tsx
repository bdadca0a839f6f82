import type { AnchorHTMLAttributes } from 'react'
import { useLocalPath } from './local-path'

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  /** The French address of a public page. */
  href: string
}

/** A link to a public page, in the language being read. */
export function LocalLink({ href, children, ...rest }: Props) {
  return (
    <a href={useLocalPath()(href)} {...rest}>
      {children}
    </a>
  )
}
