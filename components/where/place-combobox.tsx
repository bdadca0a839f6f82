'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import styles from './place-combobox.module.css'
import type { Suggestion } from './suggestion'
import { SuggestionList, type SuggestionListText } from './suggestion-list'
import { useCombobox } from './use-combobox'
import { useSuggestions } from './use-suggestions'

export interface ComboboxText extends SuggestionListText {
  label: string
  hint: string
  /** Read out when suggestions appear; `{count}` is replaced. */
  found: string
  none: string
}

interface Props {
  text: ComboboxText
  defaultValue?: string
  /** Of the input, where the form names its fields at fault */
  id?: string
  /** A `<FieldError>` of the same id */
  error?: ReactNode
}

/**
 * Asks for a commune, a postcode or an address. Without JavaScript it is a plain field, which the server
 * resolves; with it, a chosen suggestion also carries its position, so that homonyms are told apart.
 */
export function PlaceCombobox({ text, defaultValue = '', id: given, error }: Props) {
  const own = useId()
  const id = given ?? `${own}-input`
  const [value, setValue] = useState(defaultValue)
  const [chosen, setChosen] = useState<Suggestion | null>(null)
  const { suggestions, search, clear } = useSuggestions()
  const input = useRef<HTMLInputElement>(null)
  const { isOpen, active, listId, optionId, choose, type, field } = useCombobox<Suggestion>({
    items: suggestions,
    search,
    clear,
    onChoose: (suggestion) => {
      setValue(suggestion.value)
      setChosen(suggestion)
      input.current?.focus()
    },
  })

  return (
    <div className={styles.combobox}>
      <label className={styles.label} htmlFor={id}>
        {text.label}
      </label>
      <div className={styles.hint} id={`${id}-hint`}>
        {text.hint}
      </div>
      {error}
      <input
        ref={input}
        id={id}
        className={styles.input}
        name="lieu"
        type="text"
        dir="auto"
        enterKeyHint="search"
        maxLength={200}
        {...field}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        value={value}
        onChange={(event) => {
          setValue(event.target.value)
          setChosen(null)
          type(event.target.value)
        }}
      />
      {chosen?.lat != null && <input type="hidden" name="lat" value={chosen.lat} />}
      {chosen?.lon != null && <input type="hidden" name="lon" value={chosen.lon} />}
      <SuggestionList
        id={listId}
        suggestions={suggestions ?? []}
        active={active}
        optionId={optionId}
        text={text}
        label={text.label}
        onChoose={choose}
      />
      <p className="visually-hidden" role="status">
        {suggestions && (isOpen ? text.found.replace('{count}', String(suggestions.length)) : text.none)}
      </p>
    </div>
  )
}
