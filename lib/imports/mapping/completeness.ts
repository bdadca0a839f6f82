import type { Mapping, TargetField } from './schema'

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
export function absentColumns({ fields }: Mapping, keys: readonly string[]): string[] {
  const read = Object.values(fields).flatMap(({ columns, marks }) => [...columns, ...marks.map(({ column }) => column)])
  return [...new Set(read)].filter((key) => !keys.includes(key))
}
