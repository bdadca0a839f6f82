import { type NationalField, type NationalPlace, nationalFields } from './national-schema'

/**
 * What the national inventory writes for a structure whose number is not known: the schema 1.0.2
 * requires a `pivot`. Readers, ours included, take it as absent.
 */
const UNKNOWN_PIVOT = '00000000000000'

/** Columns whose form the schema fixes: they cannot hold a formula, and a prefix would break them. */
const fixed: ReadonlySet<NationalField> = new Set<NationalField>([
  'pivot',
  'code_postal',
  'code_insee',
  'latitude',
  'longitude',
  'telephone',
  'date_maj',
])

/** The first line of a CSV in the national schema 1.0.2, its line end included. */
export const nationalCsvHeader = `${nationalFields.map(quote).join(',')}\r\n`

/**
 * One line of a CSV valid against the national schema 1.0.2, its line end included. No free text
 * starts a formula in a spreadsheet: such a cell gets a leading apostrophe.
 */
export function nationalCsvLine(place: NationalPlace): string {
  return `${nationalFields.map((field) => quote(cell(field, place))).join(',')}\r\n`
}

function cell(field: NationalField, place: NationalPlace): string {
  const value = place[field]
  if (field === 'pivot') return place.pivot ?? UNKNOWN_PIVOT
  // The schema requires an address: of a place that has none, the commune is all that is known.
  if (field === 'adresse' && place.adresse === '') return withoutFormula(place.commune)
  if (value === null) return ''
  if (Array.isArray(value)) return withoutFormula(value.map((item) => listItem(field, item)).join('|'))
  if (fixed.has(field)) return String(value)
  // At most 280 characters, the apostrophe included
  if (field === 'presentation_resume')
    return Array.from(withoutFormula(String(value)))
      .slice(0, 280)
      .join('')
  return withoutFormula(String(value))
}

/** An item of a `|` list cannot hold the separator. */
function listItem(field: NationalField, item: string): string {
  return item.replaceAll('|', field === 'site_web' ? '%7C' : '/')
}

/** Spreadsheets run a cell that starts with one of these, blanks before it or not. */
const formulaStart = /^[\s\u00A0]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** The same text, harmless in a spreadsheet. */
export function withoutFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** Undoes {@link withoutFormula}: the text as it was before it went through a spreadsheet. */
export function withFormula(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
