import { z } from 'zod'
import { shownVersion } from '@/lib/places/fields'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { type Guess, listedFields, type TableColumn, type TargetField } from '../mapping/schema'

/** What was found in a file when it was opened, as `ImportUpload.form` keeps it. */
export interface UploadForm {
  kind: 'csv' | 'xlsx' | 'json' | 'geojson'
  columns: TableColumn[]
  rowCount: number
  notices: string[]
  sheet: string | null
  sheets: string[]
  guesses: Partial<Record<TargetField, Guess>>
  /** The file is of a known format: there is nothing to correct */
  isKnownFormat: boolean
  /** The mapping is the one that was corrected for this source before */
  isFromSource: boolean
}

export const doubts = ['double', 'position'] as const
export type Doubt = (typeof doubts)[number]

/** A place that a row may be. */
export interface RowCandidate {
  id: string
  name: string
  address: string
  score: number
  signals: { name: string; weight: number }[]
}

/** Fields that may be said once for a whole file. */
export const constantFields = ['services', 'frais_a_charge'] as const

const upload = { id: z.uuid() }
const row = z.coerce.number().int().min(1).max(100_000)
const placeId = z
  .string()
  .trim()
  .transform((text) => /adp-[1-9]\d{0,9}/.exec(text)?.[0] ?? '')
  .refine((id) => id !== '', 'Écrivez l’identifiant du lieu : « adp- » et un nombre.')

/** What a person decides of one row. */
export const rowDecision = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take'), ...upload, row }),
  z.object({ intent: z.literal('leave'), ...upload, row }),
  z.object({ intent: z.literal('match'), ...upload, row, match: placeId }),
])
export type RowDecision = z.output<typeof rowDecision>

/** What she decides of all the rows of a kind. */
export const kindDecision = z.object({
  ...upload,
  intent: z.enum(['take', 'leave']),
  kind: z.enum(['ADDED', 'CHANGED', 'DOUBTFUL']),
  doubt: z.preprocess((value) => (value === '' ? undefined : value), z.enum(doubts).optional()),
})
export type KindDecision = z.output<typeof kindDecision>

export const uploadRequest = z.object(upload)

/** Applying names the decisions that were looked at. */
export const applyRequest = z.object({ ...upload, version: shownVersion })

/** Undoing all of it, or what nobody edited since. */
export const undoRequest = z.object({ ...upload, rest: z.string().optional() })

/** The name of a source, typed or chosen. */
export const sourceName = z
  .string()
  .trim()
  .min(1, 'Dites d’où vient ce fichier.')
  .max(100, 'Ce nom est trop long : 100 signes au plus.')
  .regex(/[\p{L}\d]/u, 'Ce nom doit avoir au moins une lettre ou un chiffre.')
  .refine(isSafe, noNumber)

/** What each column of a file says, by its rank, and what rows say where no column does. */
export const mappingRequest = z.object({
  ...upload,
  column: z.record(z.string().regex(/^\d{1,4}$/), z.string().max(60)).default({}),
  constant: z.partialRecord(z.enum(constantFields), z.string().max(500).refine(isSafe, noNumber)).default({}),
  /** What written values mean, by their `valueKey`: a national value, nothing, or one of the words of a form */
  meaning: z
    .partialRecord(z.enum(listedFields), z.record(z.string().max(300), z.string().max(300).refine(isSafe, noNumber)))
    .default({}),
  /** Only to see what values the chosen columns hold, before the rows are read */
  intent: z.enum(['read', 'values']).default('read'),
})
export type MappingAnswers = Omit<z.output<typeof mappingRequest>, 'id' | 'intent'>

export const sheetRequest = z.object({ ...upload, sheet: z.string().min(1).max(100) })
