/** A text cut after a whole word where it is too long. */
export interface CutText {
  text: string
  isCut: boolean
}

/** @param max characters, the mark of the cut included */
export function cutText(text: string, max: number): CutText {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= max) return { text: line, isCut: false }
  const start = line.slice(0, max - 1)
  const lastSpace = start.lastIndexOf(' ')
  return { text: `${(lastSpace > max / 2 ? start.slice(0, lastSpace) : start).trimEnd()}…`, isCut: true }
}
