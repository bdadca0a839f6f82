import type { Field } from './columns'
import { readCoordinates } from './coordinates'
import { readEmails } from './email'
import { type Reader, readEnumeration } from './enumeration'
import { isFormula } from './hostile-text'
import { splitCommas, splitList } from './list'
import { withFormula } from './national-csv'
import { readPhone } from './phone'
import { readInseeCode, readPostcode } from './postcode'
import type { Reading } from './reading'
import type { FieldNote, Whereabouts } from './source-place'
import { listOf, type SourceRecord, textOf } from './source-record'
import { cleanLine, cleanText } from './text'
import { readWebAddress, readWebAddresses } from './web-address'

/** Longest values that a place may have: beyond, a cell holds something else. Nothing is cut. */
const longestLine = 300
const longestText = 20_000
const longestList = 2000

/** Reads the fields of one row, and keeps what had to be repaired or given up. */
export class RowReader {
  readonly notes: FieldNote[] = []

  constructor(private readonly record: SourceRecord) {}

  take<T>(field: Field, { value, notes }: Reading<T>): T {
    for (const note of notes) this.notes.push({ ...note, value: short(note.value), field })
    return value
  }

  /** One line of text, empty when there is none. */
  line(field: Field, longest = longestLine): string {
    const written = cleanLine(textOf(this.record, field))
    // Most columns of most files say nothing: that costs nothing
    if (written === '') return ''
    const line = withFormula(written)
    if (line.length > longest) return this.tooLong(field, line)
    return isFormula(written) ? this.formula(field, written) : line
  }

  /** The same, of words that are kept as they stand. */
  words(field: Field): string {
    return this.kept(field, this.line(field))
  }

  optionalLine(field: Field): string | null {
    return this.words(field) || null
  }

  /** Words that are kept, and what is to be said of them. */
  kept(field: Field, words: string): string {
    if (words.includes('\uFFFD'))
      this.notes.push({
        field,
        kind: 'repaired',
        value: short(words),
        reason: 'Lettres perdues avant l’envoi (�) : gardé ainsi, à corriger',
      })
    return words
  }

  /** Text that may have paragraphs, or null. */
  text(field: Field): string | null {
    const written = cleanText(textOf(this.record, field))
    if (written === '') return null
    const text = withFormula(written)
    if (text.length > longestText) return this.tooLong(field, text) || null
    return (isFormula(written) ? this.formula(field, written) : this.kept(field, text)) || null
  }

  /** Items of a list of free text. */
  items(field: Field): string[] {
    if (!this.record.has(field)) return []
    const items = splitList(listOf(this.record, field)).map(cleanLine)
    const harmless = items.filter((item) => !isFormula(item) || this.formula(field, item) !== '').map(withFormula)
    const kept = harmless.filter((item) => item !== '' && item.length <= longestLine)
    return [...new Set(kept.map((item) => this.kept(field, item)))]
  }

  /** Items of a list of labels, where commas may separate too. */
  labels(field: Field): string[] {
    return this.items(field).flatMap(splitCommas)
  }

  codes<Code extends string>(field: Field, read: Reader<Code>): Code[] {
    const written = listOf(this.record, field)
    if (written.length === 0) return []
    const clean = typeof written === 'string' ? withFormula(cleanText(written)) : written.map(cleanLine)
    if (clean.length > longestText) {
      this.tooLong(field, textOf(this.record, field))
      return []
    }
    return this.take(field, readEnumeration(clean, read))
  }

  emails(): string[] {
    return this.take('courriels', readEmails(this.lines('courriels')))
  }

  websites(): string[] {
    return this.take('site_web', readWebAddresses(this.lines('site_web')))
  }

  webAddress(field: Field): string | null {
    return this.take(field, readWebAddress(this.line(field, 2000)))
  }

  phone(departmentCode: string | null): string | null {
    return this.take('telephone', readPhone(this.line('telephone'), departmentCode))
  }

  where(): Whereabouts {
    const inseeCode = this.take('code_insee', readInseeCode(this.line('code_insee')))
    const postcode = this.take('code_postal', readPostcode(this.line('code_postal')))
    const position = this.take('latitude', readCoordinates(this.line('latitude'), this.line('longitude')))
    const department = /^(\d{1,3}|2[ab])$/i.exec(this.line('insee_dep'))?.[1]?.toUpperCase().padStart(2, '0')
    return {
      inseeCode,
      postcode,
      communeName: this.words('commune'),
      departmentCode: department ?? departmentOf(inseeCode ?? postcode),
      position,
      isAtCommune: false,
    }
  }

  private lines(field: Field): string[] {
    const written = listOf(this.record, field)
    return (typeof written === 'string' ? [written] : written)
      .map((text) => withFormula(cleanLine(text)))
      .filter((text) => text !== '' && (text.length <= longestList || this.tooLong(field, text) !== ''))
  }

  /** Nobody works it out, and what it would give is not known. */
  private formula(field: Field, text: string): '' {
    this.notes.push({ field, kind: 'dropped', value: short(text), reason: 'Formule de tableur, non reprise' })
    return ''
  }

  private tooLong(field: Field, text: string): '' {
    this.notes.push({ field, kind: 'dropped', value: short(text), reason: 'Texte trop long, non repris' })
    return ''
  }
}

/** The département of an INSEE code or a postcode; Corsica's postcodes do not tell which. */
function departmentOf(code: string | null): string | null {
  if (code === null || /^20\d/.test(code)) return null
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)
}

function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
