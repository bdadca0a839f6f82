import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import styles from './button.module.css'

/** `primary` once a screen; `secondary` beside it; `quiet` in rows of many; `danger` for what cannot be undone. */
type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'

const classOf = (variant: Variant, className: string | undefined) =>
  [styles.button, styles[variant], className].filter(Boolean).join(' ')

export function Button({
  variant = 'primary',
  className,
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { variant?: Variant }) {
  return <button type={type} className={classOf(variant, className)} {...rest} />
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({
  variant = 'primary',
  className,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { variant?: Variant; href: string }) {
  return (
    <a className={classOf(variant, className)} {...rest}>
      {children}
    </a>
  )
}
