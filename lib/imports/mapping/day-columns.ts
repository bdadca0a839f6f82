/** A cell that is one time: an opening or a closing, never both. */
const oneTime = /^\s*(?:[01]?\d|2[0-4])\s*(?:[hH:.]\s*(?:[0-5]\d)?(?::00)?)\s*$/

/**
 * The hours of one day from several columns, in their order: openings and closings ("9:00", "12:00", "14:00",
 * "17:00"), or one column for each half of the day ("9h-12h", "14h-17h").
 *
 * @returns hours as a person would write them in one cell; undefined when no column says anything
 */
export function dayOfColumns(cells: readonly string[]): string | undefined {
  const said = cells.map((cell) => cell.trim()).filter(Boolean)
  if (said.length === 0) return undefined
  if (!said.every((cell) => oneTime.test(cell))) return [...new Set(said)].join(' / ')
  const ranges: string[] = []
  for (let index = 0; index < cells.length; index += 2) {
    // A lone end stays alone: read with its neighbours it would open the place all day
    const ends = cells.slice(index, index + 2).map((cell) => cell.trim())
    if (ends.some(Boolean)) ranges.push(ends.join(' - ').trim())
  }
  return ranges.join(' / ')
}
