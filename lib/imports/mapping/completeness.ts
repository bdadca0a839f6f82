import type { OpenTable } from '../table/table'
import type { FieldMapping, Mapping, TargetField } from './schema'

/** What a mapping lacks for any row to be taken, in sentences; none when it can be used. */
export function missingIn({ fields }: Mapping): string[] {
  const has = (...wanted: TargetField[]) =>
    wanted.some((field) => {
      const from = fields[field]
      return from !== undefined && (from.columns.length > 0 || from.constant !== null)
    })
  const missing: string[] = []
  if (!has('nom', 'lib_fs', 'lib_territoire')) missing.push('Choisissez la colonne du nom des lieux.')
  if (!has('commune', 'code_postal', 'code_insee', 'adresse_complete', 'id_geo', 'lib_geo'))
    missing.push('Choisissez la colonne de la commune, du code postal, du code INSEE ou de l’adresse complète.')
  return missing
}

/** The columns that a mapping reads and that a later file of the same source no longer has. */
export function lostColumns({ fields }: Mapping, table: Pick<OpenTable, 'columns' | 'headers'>): string[] {
  const present = new Set(table.headers ?? table.columns.map(({ key }) => key))
  return [...new Set(Object.values(fields).flatMap(columnsOf))].filter((key) => !present.has(key))
}

/**
 * Those of them that are missed. JSON leaves out what says nothing: there, only those without which no place can be
 * told are.
 */
export function absentColumns(mapping: Mapping, table: Pick<OpenTable, 'columns' | 'headers'>): string[] {
  const absent = lostColumns(mapping, table)
  if (table.headers !== null || absent.length === 0) return absent
  const left = Object.entries(mapping.fields).filter(([, from]) => columnsOf(from).some((key) => !absent.includes(key)))
  return missingIn({ ...mapping, fields: Object.fromEntries(left) }).length > 0 ? absent : []
}

/** Every column that a field is read from. */
export function columnsOf({ columns, marks }: FieldMapping): string[] {
  return [...columns, ...marks.map(({ column }) => column)]
}
