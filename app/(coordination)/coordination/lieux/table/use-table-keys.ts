import { type RefObject, useEffect } from 'react'
import { usesShortcuts } from '@/components/ui/shortcuts'
import { isTyping } from '@/components/ui/typing'
import type { Selection } from './use-selection'

/**
 * Goes through the lines of the table, ticks them and leads elsewhere by keys. Letters count wherever one is, but
 * for fields, and until the person turns them off; arrows and Space only inside the table.
 */
export function useTableKeys(formRef: RefObject<HTMLFormElement | null>, selection: Selection): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const form = formRef.current
      if (!form || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isTyping(event.target)) return
      const act = actionOf(event, form, selection)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [formRef, selection])
}

/** The list of keys is a table of this form too: only lines of places count. */
const placeRow = 'tr[data-place]'
const rowsOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLTableRowElement>(placeRow)]
const boxOf = (row: Element | undefined) => row?.querySelector<HTMLInputElement>('input[name="ids[]"]')

function actionOf(event: KeyboardEvent, form: HTMLFormElement, selection: Selection): (() => void) | null {
  const row = document.activeElement?.closest(placeRow)
  const isInTable = row != null && form.contains(row)
  const isOnBox = event.target instanceof HTMLInputElement
  if (isInTable && event.key === 'ArrowDown') return () => go(form, selection, 1, event.shiftKey)
  if (isInTable && event.key === 'ArrowUp') return () => go(form, selection, -1, event.shiftKey)
  if (isInTable && event.key === ' ' && !isOnBox) return () => tick(row, selection, event.shiftKey)
  // In a box, Enter would send the form.
  if (isInTable && event.key === 'Enter' && isOnBox) return () => row.querySelector<HTMLElement>('th a')?.click()
  if (!usesShortcuts()) return null
  const press = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click()
  const focus = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus()
  switch (event.key.length === 1 ? event.key.toLowerCase() : event.key) {
    case 'j':
      return () => go(form, selection, 1, event.shiftKey)
    case 'k':
      return () => go(form, selection, -1, event.shiftKey)
    case 'x':
      return isInTable ? () => tick(row, selection, event.shiftKey) : null
    case 'a':
      return selection.togglePage
    case '/':
      return focus('input[type="search"]')
    case 'c':
      return focus('select[name="change"]')
    case 'n':
      return press('a[rel="next"]')
    case 'p':
      return press('a[rel="prev"]')
    default:
      return null
  }
}

/** To the line after or before; with Shift, what is ticked follows. */
function go(form: HTMLFormElement, selection: Selection, step: 1 | -1, isRange: boolean) {
  const rows = rowsOf(form)
  const now = rows.findIndex((row) => row.contains(document.activeElement))
  const from = boxOf(rows[now])
  const row = rows[now < 0 ? 0 : now + step]
  row?.querySelector<HTMLElement>('th a')?.focus()
  row?.scrollIntoView({ block: 'nearest' })
  const box = boxOf(row)
  if (!isRange || !box || !from) return
  from.checked = true
  selection.toggle(from, false)
  box.checked = true
  selection.toggle(box, true)
}

function tick(row: Element, selection: Selection, isRange: boolean) {
  const box = boxOf(row)
  if (!box) return
  box.checked = !box.checked
  selection.toggle(box, isRange)
}
