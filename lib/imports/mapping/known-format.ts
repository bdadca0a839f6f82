import { fieldOf } from '@/lib/open-data/columns'
import { recognise } from '@/lib/open-data/file-form'
import type { OpenTable } from '../table/table'
import { leafOf } from './column-names'
import { guessCoordinates } from './guess-coordinates'
import { type GuessedMapping, listedFields, type Mapping } from './schema'

/** Names that only the national schema, of today or before, gives to a column. */
const ofTheSchema: ReadonlySet<string> = new Set([
  'pivot',
  'code_insee',
  'complement_adresse',
  'presentation_resume',
  'presentation_detail',
  'structure_parente',
  'date_maj',
  'labels_nationaux',
  'labels_autres',
  'publics_accueillis',
  'conditions_acces',
  'autres_formations_labels',
  'fiche_acces_libre',
  ...listedFields.filter((field) => field.includes('_')),
])

/**
 * The mapping of a file of a known format, which is told by its own fields; null for any other list with names and
 * communes, which is only alike.
 */
export function knownFormat({
  columns,
  kind,
  sheet,
}: Pick<OpenTable, 'columns' | 'kind' | 'sheet'>): GuessedMapping | null {
  const named = columns.map((column) => ({ column, field: fieldOf(leafOf(column.key)) }))
  const known = named.filter(({ field }) => field !== undefined)
  const format = recognise(new Set(known.map(({ field }) => field)))
  const isOwn = format === 'france-services' || format === 'fabriques'
  const isGeometry = (key: string) => kind === 'geojson' && key === 'geometry'
  const hasOnlyKnown = named.every(({ field, column }) => field !== undefined || isGeometry(column.key))
  const own = known.filter(({ column }) => ofTheSchema.has(leafOf(column.key))).length
  if (!format || !(isOwn || own >= 3 || (hasOnlyKnown && own > 0))) return null
  const fields: Mapping['fields'] = {}
  // What stands above in JSON speaks before what stands deeper
  const byDepth = [...known].sort((a, b) => a.column.key.split('.').length - b.column.key.split('.').length)
  const none = { combine: 'first', separator: null, constant: null, values: {}, marks: [] } as const
  for (const { column, field } of byDepth)
    if (field) fields[field] = { ...none, marks: [], columns: [...(fields[field]?.columns ?? []), column.key] }
  if (kind === 'geojson') fields.coordonnees = { ...none, marks: [], columns: ['geometry'] }
  const reason = 'Le fichier est d’un format connu.'
  const guesses = Object.fromEntries(
    Object.keys(fields).map((field) => [field, { confidence: 'sure' as const, reason }]),
  )
  return {
    mapping: {
      format,
      fields,
      ...guessCoordinates(fields, columns),
      coordinateOrder: kind === 'geojson' ? 'longitude-first' : 'latitude-first',
      sheet,
    },
    guesses,
    isKnownFormat: true,
    unread: named
      .filter(({ field, column }) => field === undefined && !isGeometry(column.key))
      .map(({ column }) => column.key),
  }
}
