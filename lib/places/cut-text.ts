/**
 * A text on one line, cut after a whole word where it is too long.
 *
 * @param max characters, the mark of the cut included
 */
export function cutText(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  const start = line.slice(0, max - 1)
  const lastSpace = start.lastIndexOf(' ')
  return `${(lastSpace > max / 2 ? start.slice(0, lastSpace) : start).trimEnd()}…`
}
