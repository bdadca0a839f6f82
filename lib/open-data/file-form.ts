import { UserError } from '@/lib/errors'
import { type Field, fieldOf } from './columns'
import { CsvRows } from './csv-rows'
import { JsonItems, type JsonShape } from './json-items'
import { fromFirstSign } from './lenient-json'
import { fieldsOfObject } from './source-record'

export const fileFormats = ['france-services', 'national', 'national-2022', 'fabriques', 'geojson'] as const
export type FileFormat = (typeof fileFormats)[number]

/** What a file is made of, told from its beginning. */
export type FileForm =
  | {
      format: FileFormat
      kind: 'csv'
      separator: string
      headerLine: number
      headers: string[]
      fields: (Field | undefined)[]
    }
  | { format: FileFormat; kind: 'json'; shape: JsonShape }

const expected =
  'attendu la liste France Services (colonnes lib_fs, lib_com, h_lundi…), le schéma national des lieux de médiation numérique en CSV ou en JSON (nom, commune, code_postal, adresse…), ou un GeoJSON de lieux'

/**
 * Tells what a file is from its first characters: its format by the fields it names, whatever
 * their case, accents or order; its separator by which one names the most.
 *
 * @param forced a format the person insists on, for a file that could be several
 * @throws UserError when it is none of those known
 */
export function detectForm(head: string, forced?: FileFormat): FileForm {
  const start = fromFirstSign(head)
  if (start === '') throw new UserError('Le fichier est vide.')
  const form = /^[[{]/.test(start) ? detectJson(start) : detectCsv(head)
  if (!form) throw new UserError(`Ce fichier n’est pas reconnu : ${expected}.`)
  return forced ? { ...form, format: forced } : form
}

function detectCsv(head: string): FileForm | null {
  const forms = [',', ';', '\t', '|'].flatMap((separator) => {
    const rows = [...new CsvRows(separator).write(`${head}\n`)]
    // Titles and blank lines may stand above the header
    return rows.slice(0, 20).flatMap((row) => {
      if ('error' in row) return []
      const fields = row.cells.map(fieldOf)
      const format = recognise(new Set(fields))
      return format
        ? [{ format, kind: 'csv' as const, separator, headerLine: row.line, headers: row.cells, fields }]
        : []
    })
  })
  const known = (form: (typeof forms)[number]) => form.fields.filter((field) => field !== undefined).length
  return forms.sort((a, b) => known(b) - known(a) || a.headerLine - b.headerLine)[0] ?? null
}

function detectJson(start: string): FileForm | null {
  if (/^\[\s*\]\s*$/.test(start)) throw new UserError('Le fichier ne contient aucun lieu.')
  for (const shape of shapesOf(start)) {
    const fields = new Set<Field | undefined>()
    for (const item of new JsonItems(shape).write(start)) {
      if (!('item' in item) || item.item === null || typeof item.item !== 'object') continue
      if (shape.kind === 'lines' && holdsPlaces(item.item)) continue
      for (const field of fieldsOfObject(item.item)) fields.add(field)
      if ('geometry' in item.item) fields.add('latitude')
    }
    const format = recognise(fields)
    if (format === null) continue
    const isGeoJson = shape.kind === 'wrapped' && shape.key === 'features' && format !== 'fabriques'
    return { format: isGeoJson ? 'geojson' : format, kind: 'json', shape }
  }
  return null
}

/** Places under keys of their own (`{"a1": {…}, "a2": {…}}`): read as one place, they would be mixed up. */
function holdsPlaces(object: object): boolean {
  const inner = Object.values(object).filter((value: unknown) => value !== null && typeof value === 'object')
  return inner.filter((one) => recognise(new Set(fieldsOfObject(one))) !== null).length > 1
}

/** The names under which files wrap their list of places, before any other list of objects. */
const listNames = [
  'features',
  'lieux',
  'places',
  'structures',
  'records',
  'results',
  'items',
  'data',
  'member',
  'hydra:member',
]

/** How the places of a JSON text may be wrapped, the likeliest first. */
export function shapesOf(start: string): JsonShape[] {
  if (start.startsWith('[')) return [{ kind: 'array' }]
  const keys = [...start.matchAll(/"((?:[^"\\]){1,60})"\s*:\s*\[\s*(?:[{\]])/g)].map((match) => match[1] ?? '')
  const listed = listNames.filter((name) => keys.includes(name))
  const wrapped = [...new Set([...listed, ...keys])].slice(0, 20).map((key) => ({ kind: 'wrapped' as const, key }))
  return [...wrapped, { kind: 'lines' }]
}

/** The format that has these fields; null when none has. */
export function recognise(fields: ReadonlySet<Field | undefined>): FileFormat | null {
  if (fields.has('lib_fs')) return 'france-services'
  if (fields.has('lib_territoire') && fields.has('id_geo')) return 'fabriques'
  const isPlace = fields.has('nom') && (fields.has('commune') || fields.has('code_postal') || fields.has('code_insee'))
  if (!isPlace) return null
  const isFormer = fields.has('labels_nationaux') || fields.has('conditions_acces') || fields.has('publics_accueillis')
  return isFormer ? 'national-2022' : 'national'
}
