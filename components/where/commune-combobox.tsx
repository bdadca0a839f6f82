'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import styles from './commune-combobox.module.css'
import { type Suggestion, useCommunes } from './use-communes'

export interface ComboboxText {
  label: string
  hint: string
  /** Read out when suggestions appear; `{count}` is replaced. */
  found: string
  none: string
}

interface Props {
  text: ComboboxText
  defaultValue?: string
}

/**
 * Asks for a commune or a postcode. Without JavaScript it is a plain field, which the server resolves;
 * with it, a chosen suggestion also carries its position, so that homonyms are told apart.
 */
export function CommuneCombobox({ text, defaultValue = '' }: Props) {
  const id = useId()
  const [value, setValue] = useState(defaultValue)
  const [chosen, setChosen] = useState<Suggestion | null>(null)
  const [active, setActive] = useState(-1)
  const { suggestions, search, clear } = useCommunes()
  const input = useRef<HTMLInputElement>(null)
  const isOpen = suggestions !== null && suggestions.length > 0

  function choose(suggestion: Suggestion) {
    setValue(labelOf(suggestion))
    setChosen(suggestion)
    setActive(-1)
    clear()
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) return
    const count = suggestions.length
    if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? count - 1 : active - 1)
    else if (event.key === 'Escape') clear()
    else if (event.key === 'Enter' && suggestions[active]) choose(suggestions[active])
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.combobox}>
      <label className={styles.label} htmlFor={`${id}-input`}>
        {text.label}
      </label>
      <div className={styles.hint} id={`${id}-hint`}>
        {text.hint}
      </div>
      <input
        ref={input}
        id={`${id}-input`}
        className={styles.input}
        name="lieu"
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={100}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => {
          setValue(event.target.value)
          setChosen(null)
          setActive(-1)
          search(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={clear}
      />
      {chosen?.lat != null && <input type="hidden" name="lat" value={chosen.lat} />}
      {chosen?.lon != null && <input type="hidden" name="lon" value={chosen.lon} />}
      <div
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label={text.label}
        tabIndex={-1}
        hidden={!isOpen}
      >
        {suggestions?.map((suggestion, index) => (
          <div
            key={suggestion.code}
            id={`${id}-${index}`}
            className={styles.option}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // Before the field loses the focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault()
              choose(suggestion)
            }}
          >
            <span>{suggestion.nom}</span> <span className={styles.detail}>{suggestion.codesPostaux[0]}</span>
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {suggestions === null
          ? ''
          : suggestions.length === 0
            ? text.none
            : text.found.replace('{count}', String(suggestions.length))}
      </p>
    </div>
  )
}

function labelOf({ nom, codesPostaux, departement }: Suggestion): string {
  return `${nom} (${codesPostaux[0] ?? departement})`
}
