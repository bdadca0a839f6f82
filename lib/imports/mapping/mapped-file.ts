import type { SourceFile } from '@/lib/open-data/source-file'
import type { OpenTable } from '../table/table'
import { mappedRow } from './mapped-row'
import type { Mapping } from './schema'

/** A table of any shape as the importer takes a file of a known format. */
export function mappedFile(table: OpenTable, mapping: Mapping): SourceFile {
  return {
    form: { format: mapping.format, kind: 'mapped' },
    size: table.size,
    encoding: () => table.encoding ?? 'XLSX',
    // What is not read was shown when the columns were chosen
    ignored: () => new Map(),
    async *rows(onBytes) {
      let done = 0
      for await (const row of table.rows()) {
        yield mappedRow(row, mapping)
        done += 1
        onBytes?.(Math.round((table.size * done) / table.rowCount))
      }
    },
  }
}
