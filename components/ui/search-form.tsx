import type { ComponentProps, ReactNode } from 'react'
import { Button } from './button'
import styles from './search-form.module.css'
import { TextInput } from './text-input'

interface Props extends Omit<ComponentProps<typeof TextInput>, 'type'> {
  submit: string
  /** What else narrows the list, before the words that are searched for */
  children?: ReactNode
  /** The way back to all of it */
  reset?: ReactNode
}

/** Words to search for, in a row with the button: an ordinary form, so its answer has an address. */
export function SearchForm({ submit, children, reset, ...field }: Props) {
  return (
    <search>
      <form className={styles.search}>
        {children}
        <TextInput type="search" autoComplete="off" {...field} />
        <Button variant="secondary">{submit}</Button>
        {reset}
      </form>
    </search>
  )
}
