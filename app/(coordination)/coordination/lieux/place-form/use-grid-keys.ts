import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'

/** A cell's box, by its row and column: `data-cell="2 5"`. */
const boxes = (table: HTMLElement) => [...table.querySelectorAll<HTMLInputElement>('input[data-cell]')]
const placeOf = (box: HTMLElement) => (box.dataset.cell ?? '').split(' ').map(Number) as [row: number, column: number]

/**
 * Arrow keys from box to box of a grid, Home and End along a row, with Control to its corners; the tab key
 * comes to the last one and leaves. A box ticked beside a row's first one ticks that one too.
 */
export function useGridKeys() {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    // One stop for the tab key, from now on: without scripts each box is one.
    if (table.current) for (const [index, box] of boxes(table.current).entries()) box.tabIndex = index === 0 ? 0 : -1
  }, [])

  function go(row: number, column: number) {
    const next = table.current?.querySelector<HTMLInputElement>(`input[data-cell="${row} ${column}"]`)
    next?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const box = event.target as HTMLElement
    if (!table.current || !box.dataset.cell || event.altKey || event.metaKey) return
    const [row, column] = placeOf(box)
    const [lastRow, lastColumn] = placeOf(boxes(table.current).at(-1) ?? box)
    const aside = getComputedStyle(table.current).direction === 'rtl' ? -1 : 1
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [row, column + aside],
      ArrowLeft: [row, column - aside],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? lastRow : row, lastColumn],
    }
    const place = to[event.key]
    if (!place) return
    event.preventDefault()
    go(...place)
  }

  function onFocus(event: FocusEvent<HTMLTableElement>) {
    const target: Element = event.target
    if (!table.current || !target.matches('input[data-cell]')) return
    for (const box of boxes(table.current)) box.tabIndex = box === target ? 0 : -1
  }

  function onChange({ target }: ChangeEvent<HTMLTableElement>) {
    const box = target as unknown as HTMLInputElement
    if (!box.dataset.cell || !box.checked) return
    const [row, column] = placeOf(box)
    const first = table.current?.querySelector<HTMLInputElement>(`input[data-cell="${row} 0"]`)
    if (column > 0 && first && !first.checked) first.click()
  }

  return { ref: table, onKeyDown, onFocus, onChange }
}
