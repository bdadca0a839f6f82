/** Says to spreadsheets that what follows is UTF-8. */
export const mark = '\uFEFF'

/** One line of it. */
export const lineOf = (cells: readonly string[]) =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`

/** A CSV as French spreadsheets open it by themselves: semicolons, and a mark of UTF-8. */
export async function* csvOf(
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  yield encoder.encode(mark + lineOf(headers))
  for await (const rows of batches) yield encoder.encode(rows.map(lineOf).join(''))
}
