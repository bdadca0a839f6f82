import { z } from 'zod'
import { allFields, dayColumns, type Field } from '@/lib/open-data/columns'
import { fileFormats } from '@/lib/open-data/file-form'
import { nationalFields } from '@/lib/open-data/national-schema'

/** A column of an uploaded table: a header of a sheet, or the path of a key of JSON (`adresse.ville`). */
export interface TableColumn {
  /** What a mapping names it by: its header as written, told apart where two are alike */
  key: string
  /** Different values, the first ones met; at most eight, each of 120 characters */
  samples: string[]
  /** How many rows say something there */
  filled: number
  /** Every different value with its count, the most frequent first; null where there are more than 60 */
  values: { value: string; count: number }[] | null
  /** No two rows say the same there, and all say something */
  isUnique: boolean
}

/** A row by the keys of its columns: only those that say something. */
export type TableRow = { line: number; cells: ReadonlyMap<string, string | string[]> } | { line: number; error: string }

/**
 * What a person may find in a column: the fields of the national schema, the hours of each day, and two that are
 * taken apart: a whole address in one column, and both coordinates in one column.
 */
export const mappableFields = [...nationalFields, ...dayColumns, 'adresse_complete', 'coordonnees'] as const
export type MappableField = (typeof mappableFields)[number]

/** Every field that a mapping may hold: those of the known formats stay with their readers. */
const targetFields: readonly TargetField[] = [...allFields, 'adresse_complete', 'coordonnees']
export type TargetField = Field | 'adresse_complete' | 'coordonnees'

/** Fields whose values the national schema lists: `listedValues` gives them. */
export const listedFields = [
  'itinerance',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
] as const satisfies readonly MappableField[]
export type ListedField = (typeof listedFields)[number]

/**
 * How several columns make one field. `first`: the first that says something. `join`: all of them, a blank between
 * (number, street). `all`: each is an item of a list; for hours, openings and closings in their order.
 */
const combinations = ['first', 'join', 'all'] as const

const columnKey = z.string().min(1).max(200)

/** Where one field is read from. */
export const fieldMapping = z.object({
  columns: z.array(columnKey).max(30).default([]),
  combine: z.enum(combinations).default('first'),
  /** What parts the items of a list, where the usual signs (`|`, `;`, line ends, commas) do not */
  separator: z.string().min(1).max(5).nullable().default(null),
  /** What every row says when its columns say nothing: "everything in this file is free" */
  constant: z.string().trim().min(1).max(500).nullable().default(null),
  /** What written values mean, by their text without case nor accents (`valueKey`): none, one or several national values */
  values: z.record(z.string().max(300), z.array(z.string().max(300)).max(20)).default({}),
  /** Columns of a grid ("Accès internet : oui"): the value that each one adds where it says yes */
  marks: z
    .array(z.object({ column: columnKey, value: z.string().min(1).max(300) }))
    .max(60)
    .default([]),
})
export type FieldMapping = z.infer<typeof fieldMapping>

/** Coordinates as written: degrees, or metres of a projection. */
const projections = ['degrees', 'lambert-93', 'web-mercator'] as const

/** How the files of a source are read. Plain JSON, kept in `Source.mapping` and corrected in a form. */
export const mappingSchema = z.object({
  /** Whose reader reads the rows: a known format's, or the national schema's for any other file */
  format: z.enum(fileFormats).default('national'),
  fields: z.partialRecord(z.enum(targetFields), fieldMapping),
  projection: z.enum(projections).default('degrees'),
  /** Of `coordonnees`: which one stands first */
  coordinateOrder: z.enum(['latitude-first', 'longitude-first']).default('latitude-first'),
  /** The sheet of a workbook; null for the one that looks like a table */
  sheet: z.string().max(100).nullable().default(null),
})
export type Mapping = z.infer<typeof mappingSchema>

/** How sure a guess is: the header names the field; it resembles one, or its values say it; it might be. */
export type Confidence = 'sure' | 'probable' | 'possible'

export interface Guess {
  confidence: Confidence
  /** A short sentence in French */
  reason: string
}

export interface GuessedMapping {
  mapping: Mapping
  /** Of each field of the mapping */
  guesses: Partial<Record<TargetField, Guess>>
  /** The file is of a known format: there is nothing to correct */
  isKnownFormat: boolean
  /** Columns that hold something and that no field reads */
  unread: string[]
}

export const mostBytes = 10_000_000
export const mostRows = 20_000
