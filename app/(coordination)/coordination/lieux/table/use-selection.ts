import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'

/** What keys and clicks do to the ticked places of a page. */
export interface Selection {
  /** Ticks a place or not, and all from the last one to it when the range is asked for */
  toggle: (box: HTMLInputElement, isRange: boolean) => void
  togglePage: () => void
}

const boxesOf = (form: HTMLFormElement | null) => [
  ...(form?.querySelectorAll<HTMLInputElement>('input[name="ids[]"]') ?? []),
]

/**
 * The boxes are the browser's own: what is ticked is what is sent. This counts them, ticks a page at once, and a
 * range with the Shift key.
 *
 * @returns how many places are ticked, null until the browser has told
 */
export function useSelection(formRef: RefObject<HTMLFormElement | null>, attempt: number) {
  const [count, setCount] = useState<number | null>(null)
  const last = useRef<HTMLInputElement | null>(null)

  const selection = useMemo<Selection>(() => {
    const tell = () => {
      const boxes = boxesOf(formRef.current)
      const ticked = boxes.filter((box) => box.checked).length
      const page = formRef.current?.querySelector<HTMLInputElement>('input[data-tick="page"]')
      if (page) {
        page.checked = ticked > 0 && ticked === boxes.length
        page.indeterminate = ticked > 0 && ticked < boxes.length
      }
      setCount(ticked)
    }
    return {
      toggle: (box, isRange) => {
        const boxes = boxesOf(formRef.current)
        const ends = [boxes.indexOf(last.current ?? box), boxes.indexOf(box)].sort((a, b) => a - b)
        if (isRange && last.current?.isConnected)
          for (const each of boxes.slice(ends[0], (ends[1] ?? 0) + 1)) each.checked = box.checked
        last.current = box
        tell()
      },
      togglePage: () => {
        const boxes = boxesOf(formRef.current)
        const isOn = !boxes.every((box) => box.checked)
        for (const box of boxes) box.checked = isOn
        tell()
      },
    }
  }, [formRef])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that was refused is drawn afresh, with its ticks
  useEffect(() => {
    const form = formRef.current
    if (!form) return
    setCount(boxesOf(form).filter((box) => box.checked).length)
    const onClick = ({ target, shiftKey }: MouseEvent) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
      if (target.dataset.tick === 'page') selection.togglePage()
      else if (target.name === 'ids[]') selection.toggle(target, shiftKey)
    }
    form.addEventListener('click', onClick)
    return () => form.removeEventListener('click', onClick)
  }, [formRef, selection, attempt])

  return { count, selection }
}
