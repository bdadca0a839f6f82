import type { Encoding } from '@/lib/open-data/decoder'
import type { TableColumn, TableRow } from '../mapping/schema'

/** A file of any shape as a table. It is read once when opened, and again each time its rows are asked for. */
export interface OpenTable {
  kind: 'csv' | 'xlsx' | 'json' | 'geojson'
  /** Those that hold something */
  columns: TableColumn[]
  /** Every column that a line of names says, blank or not; null where only the rows say them */
  headers: string[] | null
  /** Rows that hold something, those that cannot be cut into cells included */
  rowCount: number
  /** Bytes */
  size: number
  /** SHA-256 of the bytes, in hexadecimal */
  digest: string
  /** What the person should know, in French sentences: the sheet that was taken, damaged numbers… */
  notices: string[]
  /** Null for a workbook */
  encoding: Encoding | null
  /** Of a CSV */
  separator: string | null
  /** The sheet read, and all those of the workbook; null and none elsewhere */
  sheet: string | null
  sheets: string[]
  rows(): AsyncGenerator<TableRow>
}
