'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import styles from './place-combobox.module.css'
import type { Suggestion } from './suggestion'
import { SuggestionList, type SuggestionListText } from './suggestion-list'
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
}

/**
 * Asks for a commune, a postcode or an address. Without JavaScript it is a plain field, which the server
 * resolves; with it, a chosen suggestion also carries its position, so that homonyms are told apart.
 */
export function PlaceCombobox({ text, defaultValue = '' }: Props) {
  const id = useId()
  const [value, setValue] = useState(defaultValue)
  const [chosen, setChosen] = useState<Suggestion | null>(null)
  const [active, setActive] = useState(-1)
  const { suggestions, search, clear } = useSuggestions()
  const input = useRef<HTMLInputElement>(null)
  const count = suggestions?.length ?? 0
  const isOpen = count > 0
  const optionId = (index: number) => `${id}-option-${index}`

  function choose(suggestion: Suggestion) {
    setValue(suggestion.value)
    setChosen(suggestion)
    close()
    input.current?.focus()
  }

  function close() {
    setActive(-1)
    clear()
  }

  function goTo(index: number) {
    setActive(index)
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (!isOpen) {
      if (event.key === 'ArrowDown') search(value)
      return
    }
    const selected = suggestions?.[active]
    if (event.key === 'ArrowDown') goTo((active + 1) % count)
    else if (event.key === 'ArrowUp') goTo(active <= 0 ? count - 1 : active - 1)
    else if (event.key === 'Home' && selected) goTo(0)
    else if (event.key === 'End' && selected) goTo(count - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && selected) choose(selected)
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
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => {
          setValue(event.target.value)
          setChosen(null)
          setActive(-1)
          search(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {chosen?.lat != null && <input type="hidden" name="lat" value={chosen.lat} />}
      {chosen?.lon != null && <input type="hidden" name="lon" value={chosen.lon} />}
      <SuggestionList
        id={`${id}-list`}
        suggestions={suggestions ?? []}
        active={active}
        optionId={optionId}
        text={text}
        label={text.label}
        onChoose={choose}
      />
      <p className="visually-hidden" role="status">
        {suggestions && (isOpen ? text.found.replace('{count}', String(count)) : text.none)}
      </p>
    </div>
  )
}
