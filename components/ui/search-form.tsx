import type { ComponentProps, ReactNode } from 'react'
import { isRefusedText, noNumber, safeInput } from '@/lib/privacy/safe-text'
import { Button } from './button'
import styles from './search-form.module.css'
import { TextInput } from './text-input'

interface Props extends Omit<ComponentProps<typeof TextInput>, 'type' | 'error' | 'defaultValue'> {
  /** What was searched for */
  defaultValue?: string
  submit: string
  /** What else narrows the list, before the words that are searched for */
  children?: ReactNode
  /** The way back to all of it */
  reset?: ReactNode
}

/** Words to search for, in a row with the button: an ordinary form, so its answer has an address, where no number goes. */
export function SearchForm({ submit, children, reset, ...field }: Props) {
  return (
    <search>
      <form className={styles.search}>
        {children}
        <TextInput
          type="search"
          autoComplete="off"
          {...safeInput}
          {...field}
          error={isRefusedText(field.defaultValue ?? '') ? noNumber : undefined}
        />
        <Button variant="secondary">{submit}</Button>
        {reset}
      </form>
    </search>
  )
}
