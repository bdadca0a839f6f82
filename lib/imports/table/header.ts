import { guessByName } from '../mapping/column-names'

/** The row that names the columns: its rank among those given, or none. */
export interface Header {
  /** -1 when no row does: the first one already is data */
  index: number
  /** One for each column, told apart where two are alike */
  names: string[]
  /** How many of them name something that a place has */
  named: number
}

const most = 25
/** What a name of column never is: a number, a postcode, a date, an e-mail, a web address, a telephone. */
const data = /^[\s\d.,:/+()€%-]+$|@|^https?:|^www\.|^=|^(oui|non|vrai|faux|true|false)$/i

/**
 * Finds the row that names the columns, below the titles and blank lines that people put above it.
 *
 * @param rows the first rows of a table, blank cells included
 */
export function findHeader(rows: readonly (readonly string[])[]): Header {
  const width = widthOf(rows)
  const candidates = rows.slice(0, most).flatMap((cells, index) => {
    const said = cells.map((cell) => cell.trim()).filter(Boolean)
    const isNarrow = said.length < Math.max(2, width / 2)
    const hasData = said.filter((cell) => data.test(cell)).length > said.length / 10
    if (isNarrow || hasData || said.some((cell) => cell.length > 200)) return []
    return [{ index, named: said.filter((cell) => guessByName(cell).length > 0).length, said }]
  })
  const mostNamed = Math.max(0, ...candidates.map(({ named }) => named))
  const best =
    mostNamed >= Math.min(2, width)
      ? candidates.find(({ named }) => named === mostNamed)
      : candidates.find(({ index, said }) => new Set(said).size === said.length && isAboveData(rows, index))
  const index = best?.index ?? -1
  return { index, names: namesOf(rows, index, width), named: best?.named ?? 0 }
}

/** The columns that hold something in more than one of the first rows, or in the only one. */
function widthOf(rows: readonly (readonly string[])[]): number {
  const widths = rows.map((cells) => cells.findLastIndex((cell) => cell.trim() !== '') + 1).filter((width) => width > 0)
  return Math.max(0, ...widths)
}

/** Names above data differ from it: one of the rows below holds what no name is. */
function isAboveData(rows: readonly (readonly string[])[], index: number): boolean {
  return rows.slice(index + 1, index + 10).some((cells) => cells.some((cell) => data.test(cell.trim())))
}

function namesOf(rows: readonly (readonly string[])[], index: number, width: number): string[] {
  const header = rows[index] ?? []
  const above = index > 0 ? (rows[index - 1] ?? []) : []
  const written = Array.from({ length: Math.max(width, header.length) }, (_, column) =>
    (header[column] ?? '').replace(/\s+/g, ' ').trim().slice(0, 180),
  )
  const seen = new Map<string, number>()
  return written.map((name, column) => {
    const isRepeated = name !== '' && written.filter((other) => other === name).length > 1
    const title = isRepeated ? titleAbove(above, column) : ''
    const told = name === '' ? `Colonne ${lettersOf(column)}` : title === '' ? name : `${title} · ${name}`
    const times = (seen.get(told) ?? 0) + 1
    seen.set(told, times)
    return times === 1 ? told : `${told} (${times})`
  })
}

/** The title of a group of columns stands above its first one: "Lundi" above "Ouverture" and "Fermeture". */
function titleAbove(above: readonly string[], column: number): string {
  for (let at = column; at >= 0; at--) {
    const title = above[at]?.replace(/\s+/g, ' ').trim() ?? ''
    if (title !== '') return title.slice(0, 100)
  }
  return ''
}

/** 0 → A, 27 → AB: how spreadsheets call a column. */
function lettersOf(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? lettersOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
