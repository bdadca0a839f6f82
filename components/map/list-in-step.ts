/** Time for a pointer that only crosses the list, in milliseconds. */
const crossing = 150

/** The results of the page's list, each with the id of its place. */
const cards = '[data-place]'

/**
 * Tells which result the pointer or the focus rests on.
 *
 * @param onRest gets the id of a place, or null once none is pointed at
 * @returns what ends it
 */
export function followList(onRest: (id: string | null) => void): () => void {
  let current: string | null = null
  let timer = 0
  function onMove({ target }: Event) {
    const card = target instanceof Element ? target.closest<HTMLElement>(cards) : null
    const id = card?.dataset.place ?? null
    if (id === current) return
    current = id
    window.clearTimeout(timer)
    timer = window.setTimeout(() => onRest(id), crossing)
  }
  const events = ['pointerover', 'focusin']
  for (const event of events) document.addEventListener(event, onMove)
  return () => {
    window.clearTimeout(timer)
    for (const event of events) document.removeEventListener(event, onMove)
  }
}

/** Marks in the list the places that are looked at on the map; beside the list, scrolls to the first of them. */
export function tellList(ids: readonly string[], animate: boolean): void {
  const all = [...document.querySelectorAll<HTMLElement>(cards)]
  for (const card of all) card.toggleAttribute('data-on-map', ids.includes(card.dataset.place ?? ''))
  const isBeside = window.matchMedia('(min-width: 64em)').matches
  const first = isBeside && all.find((card) => card.hasAttribute('data-on-map'))
  if (first) first.scrollIntoView({ block: 'nearest', behavior: animate ? 'smooth' : 'instant' })
}
