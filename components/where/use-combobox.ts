import { type KeyboardEvent, useId, useState } from 'react'

interface Options<Item> {
  /** What is offered; null or nothing closes the list */
  items: readonly Item[] | null
  search: (typed: string) => void
  clear: () => void
  onChoose: (item: Item) => void
}

/** The keys and the roles of a field with a list below it, which keeps the focus (ARIA's combobox). */
export function useCombobox<Item>({ items, search, clear, onChoose }: Options<Item>) {
  const id = useId()
  const [active, setActive] = useState(-1)
  const count = items?.length ?? 0
  const isOpen = count > 0
  const listId = `${id}-list`
  const optionId = (index: number) => `${id}-option-${index}`

  function close() {
    setActive(-1)
    clear()
  }

  function choose(item: Item) {
    close()
    onChoose(item)
  }

  function goTo(index: number) {
    setActive(index)
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (!isOpen) {
      if (event.key === 'ArrowDown') search(event.currentTarget.value)
      return
    }
    const selected = items?.[active]
    if (event.key === 'ArrowDown') goTo((active + 1) % count)
    else if (event.key === 'ArrowUp') goTo(active <= 0 ? count - 1 : active - 1)
    else if (event.key === 'Home' && selected) goTo(0)
    else if (event.key === 'End' && selected) goTo(count - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && selected) choose(selected)
    else return
    event.preventDefault()
  }

  return {
    isOpen,
    active,
    listId,
    optionId,
    choose,
    /** Looks again for what is now typed, with nothing chosen in the list. */
    type: (typed: string) => {
      setActive(-1)
      search(typed)
    },
    field: {
      role: 'combobox',
      autoComplete: 'off',
      autoCorrect: 'off',
      spellCheck: false,
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-activedescendant': isOpen && active >= 0 ? optionId(active) : undefined,
      onKeyDown,
      onBlur: close,
    },
  } as const
}
