import { dayColumns } from '@/lib/open-data/columns'
import type { OpenTable } from '../table/table'
import { guessByName } from './column-names'
import { guessByValues, isHoursLike, mayHold } from './column-values'
import { columnsOf } from './completeness'
import { guessMarks } from './grid-columns'
import { guessCoordinates, isProjectedElsewhere } from './guess-coordinates'
import { knownFormat } from './known-format'
import type { Confidence, FieldMapping, Guess, GuessedMapping, Mapping, TableColumn, TargetField } from './schema'
import { guessStreet } from './street-columns'
import { guessMeanings } from './value-meanings'

type Table = Pick<OpenTable, 'columns' | 'kind' | 'sheet'>

interface Candidate {
  column: TableColumn
  rank: number
  field: TargetField
  confidence: Confidence
  reason: string
}

const weights: Readonly<Record<Confidence, number>> = { sure: 3, probable: 2, possible: 1 }
/** Fields that take all the columns that name them, rather than the first that says something. */
const gathering: ReadonlySet<TargetField> = new Set(['courriels', 'site_web', ...dayColumns])

/**
 * Guesses where each field of a place is read from, by the names of the columns and by what they hold. A file of a
 * known format keeps its exact reader.
 */
export function guessMapping({ columns, kind, sheet }: Table): GuessedMapping {
  const known = knownFormat({ columns, kind, sheet })
  if (known) return known
  const guesses: GuessedMapping['guesses'] = {}
  const fields: Mapping['fields'] = {}
  const taken = new Set<string>()
  const take = (field: TargetField, mapped: Partial<FieldMapping>, guess: Guess) => {
    fields[field] = {
      columns: [],
      combine: 'first',
      separator: null,
      constant: null,
      values: {},
      marks: [],
      ...fields[field],
      ...mapped,
    }
    guesses[field] ??= guess
    for (const key of [...(mapped.columns ?? []), ...(mapped.marks ?? []).map(({ column }) => column)]) taken.add(key)
  }
  for (const { field, marks } of guessMarks(columns))
    take(field, { marks }, { confidence: 'probable', reason: 'Chaque colonne dit oui ou non pour une valeur.' })
  const street = guessStreet(columns)
  if (street)
    take(
      'adresse',
      { columns: street, combine: 'join' },
      { confidence: 'probable', reason: 'Le numéro et la voie sont dans des colonnes à part.' },
    )
  for (const { column, field, confidence, reason } of candidates(columns.filter(({ key }) => !taken.has(key)))) {
    const held = fields[field]
    if (taken.has(column.key) || (field === 'adresse' && street)) continue
    if (held?.columns.length && !mayAdd(field, confidence, guesses[field])) continue
    const combine = gathering.has(field) && held?.columns.length ? 'all' : 'first'
    take(field, { columns: [...(held?.columns ?? []), column.key], combine }, { confidence, reason })
  }
  dropRivals(fields, guesses)
  guessMeanings(fields, columns)
  if (isProjectedElsewhere(fields, columns))
    for (const field of ['latitude', 'longitude', 'coordonnees'] as const)
      if (guesses[field])
        guesses[field] = {
          confidence: 'possible',
          reason: 'Ces mètres sont d’une projection que nous ne lisons pas : les adresses serviront à la place.',
        }
  const read = new Set(Object.values(fields).flatMap(columnsOf))
  return {
    mapping: { format: 'national', fields, ...guessCoordinates(fields, columns), sheet },
    guesses,
    isKnownFormat: false,
    unread: columns.map(({ key }) => key).filter((key) => !read.has(key)),
  }
}

/** Another column for a field that has one: only where both are sure, or where the field gathers. */
function mayAdd(field: TargetField, confidence: Confidence, held: Guess | undefined): boolean {
  if (gathering.has(field)) return confidence !== 'possible'
  return confidence === 'sure' && held?.confidence === 'sure' && field !== 'id' && field !== 'nom'
}

/** Every column with every field that it may be, the surest first. */
function candidates(columns: readonly TableColumn[]): Candidate[] {
  const hasPersons = columns.some(({ key }) => /^pr[ée]noms?$/i.test(key.trim()))
  const found = columns.flatMap((column, rank): Candidate[] => {
    const named = guessByName(column.key)
      // Beside a first name, "Nom" is somebody's
      .filter(({ field }) => !(hasPersons && field === 'nom' && /^noms?$/i.test(column.key.trim())))
      .filter(({ field }) => mayHold(column, field))
      .filter(({ field }) => !(dayColumns as readonly string[]).includes(field) || isHoursLike(column))
      .map(({ field, confidence }) => ({ column, rank, field, confidence, reason: byNameReason[confidence] }))
      .filter(({ field, confidence }) => !(field === 'id' && !column.isUnique && confidence !== 'sure'))
    const valued = guessByValues(column)
    if (!valued) return named
    const agreeing = named.find(({ field }) => field === valued.field)
    if (agreeing)
      return [
        ...named.filter((one) => one !== agreeing),
        { ...agreeing, confidence: 'sure', reason: `${agreeing.reason.slice(0, -1)}, et les valeurs aussi.` },
      ]
    const confidence: Confidence = named.some((one) => one.confidence === 'sure') ? 'possible' : 'probable'
    return [...named, { column, rank, field: valued.field, confidence, reason: valued.reason }]
  })
  return found.sort((a, b) => weights[b.confidence] - weights[a.confidence] || a.rank - b.rank)
}

const byNameReason: Readonly<Record<Confidence, string>> = {
  sure: 'Le titre de la colonne le dit.',
  probable: 'Le titre de la colonne y ressemble.',
  possible: 'Le titre de la colonne y fait penser.',
}

/** A whole address stands in for its parts only where they lack, and so does a pair of coordinates. */
function dropRivals(fields: Mapping['fields'], guesses: GuessedMapping['guesses']): void {
  const drop = (field: TargetField) => {
    delete fields[field]
    delete guesses[field]
  }
  if (fields.adresse && (fields.commune || fields.code_postal)) drop('adresse_complete')
  if (fields.latitude && fields.longitude) drop('coordonnees')
  else if (fields.coordonnees) {
    drop('latitude')
    drop('longitude')
  }
}
