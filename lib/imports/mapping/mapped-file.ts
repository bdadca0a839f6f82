import type { SourceFile } from '@/lib/open-data/source-file'
import type { OpenTable } from '../table/table'
import { columnsOf } from './completeness'
import { mappedRow } from './mapped-row'
import type { Mapping } from './schema'

/** A table of any shape as the importer takes a file of a known format. */
export function mappedFile(table: OpenTable, mapping: Mapping): SourceFile {
  const read = new Set(Object.values(mapping.fields).flatMap(columnsOf))
  const unread = table.columns.filter(({ key }) => !read.has(key))
  return {
    form: { format: mapping.format, kind: 'mapped' },
    size: table.size,
    encoding: () => table.encoding ?? 'XLSX',
    ignored: () => new Map(unread.map(({ key, samples }) => [key, { line: 1, value: samples[0] ?? '' }])),
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
