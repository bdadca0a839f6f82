/** One row of a table: its cells, or why it could not be cut into cells. Lines count from 1. */
export type CsvRow = { line: number; cells: string[] } | { line: number; error: string }

/** Beyond this a quote was never closed, or the file is no table. */
const longestRow = 200_000
const mostLines = 500

/**
 * Cuts text into the rows of a table, chunk by chunk, in RFC 4180's way and in what spreadsheets
 * make of it: any line end, quoted line ends, stray quotes. A quote that is never closed costs its
 * own line, not the rest of the file.
 *
 * @param columns how many cells a row should have, once known: tells a stray quote from a lost one
 */
export class CsvRows {
  private buffer = ''
  /** Lines of a row whose quote is still open. */
  private pending: string[] = []
  private line = 0
  private isSkipping = false
  columns: number | null = null

  constructor(private readonly separator: string) {}

  *write(text: string): Generator<CsvRow> {
    this.buffer += text
    let from = 0
    for (let end = nextLineEnd(this.buffer, from); end !== null; end = nextLineEnd(this.buffer, from)) {
      if (this.isSkipping) this.isSkipping = false
      else yield* this.take(this.buffer.slice(from, end.at))
      from = end.next
    }
    this.buffer = this.isSkipping ? '' : this.buffer.slice(from)
    if (this.buffer.length > longestRow) {
      yield* this.take(this.buffer)
      this.buffer = ''
      this.isSkipping = true
    }
  }

  *end(): Generator<CsvRow> {
    const last = this.buffer.replace(/\r$/, '')
    if (last !== '') yield* this.take(last)
    this.buffer = ''
    while (this.pending.length > 0) yield* this.giveUp(neverClosed)
  }

  private *take(text: string): Generator<CsvRow> {
    this.line += 1
    this.pending.push(text)
    const lines = this.pending.length
    const whole = this.pending.join('\n')
    if (whole.length > longestRow || lines > mostLines) {
      yield* this.giveUp(lines > 1 ? neverClosed : 'Ligne trop longue')
      return
    }
    const row = this.cutRow(whole)
    const isFitting = this.columns === null || row.cells.length === this.columns
    if (row.hasStrayQuote && (lines > 1 || (!row.isOpen && !isFitting))) {
      yield* this.giveUp(lines > 1 ? neverClosed : 'Guillemets mal placés')
    } else if (!row.isOpen) {
      this.pending = []
      yield { line: this.line - lines + 1, cells: row.cells }
    }
  }

  /** A spreadsheet that took a row for one cell quoted all of it. */
  private cutRow(text: string): Cut {
    const row = cut(text, this.separator)
    const [only = ''] = row.cells
    const isQuotedWhole = this.columns !== null && this.columns > 1 && row.cells.length === 1 && !row.isOpen
    return isQuotedWhole && only.includes(this.separator) ? cut(only, this.separator) : row
  }

  /** Refuses the first line that waits, and reads the others anew. */
  private *giveUp(error: string): Generator<CsvRow> {
    const [, ...rest] = this.pending
    this.line -= rest.length
    this.pending = []
    yield { line: this.line, error }
    for (const text of rest) yield* this.take(text)
  }
}

const neverClosed = 'Guillemet jamais refermé'

const lineEnd = /\r\n?|\n/g

/** `\n`, `\r\n` or `\r` alone. A `\r` at the very end waits for what follows. */
function nextLineEnd(text: string, from: number): { at: number; next: number } | null {
  lineEnd.lastIndex = from
  const found = lineEnd.exec(text)
  if (!found || (found[0] === '\r' && lineEnd.lastIndex === text.length)) return null
  return { at: found.index, next: lineEnd.lastIndex }
}

interface Cut {
  cells: string[]
  isOpen: boolean
  hasStrayQuote: boolean
}

function cut(text: string, separator: string): Cut {
  const cells: string[] = []
  let hasStrayQuote = false
  let at = 0
  for (;;) {
    const quote = openingQuote(text, at)
    if (quote === null) {
      const end = text.indexOf(separator, at)
      cells.push(text.slice(at, end === -1 ? undefined : end))
      if (end === -1) return { cells, isOpen: false, hasStrayQuote }
      at = end + 1
      continue
    }
    let cell = ''
    at = quote + 1
    for (;;) {
      const next = text.indexOf('"', at)
      if (next === -1) return { cells: [...cells, cell + text.slice(at)], isOpen: true, hasStrayQuote }
      cell += text.slice(at, next)
      at = next + 1
      if (text[at] === '"') {
        cell += '"'
        at += 1
      } else if (isCellEnd(text, at, separator)) break
      else {
        hasStrayQuote = true
        cell += '"'
      }
    }
    cells.push(cell)
    const end = text.indexOf(separator, at)
    if (end === -1) return { cells, isOpen: false, hasStrayQuote }
    at = end + 1
  }
}

/** Blanks may stand around a quoted cell. */
function openingQuote(text: string, at: number): number | null {
  let start = at
  while (text[start] === ' ') start += 1
  return text[start] === '"' ? start : null
}

function isCellEnd(text: string, at: number, separator: string): boolean {
  let end = at
  while (text[end] === ' ') end += 1
  return end >= text.length || text[end] === separator
}
