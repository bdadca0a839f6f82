import { readInseeCode } from './postcode'
import { longestName, RowReader } from './row-reader'
import { nothingKnown, type PlaceReading } from './source-place'
import { type SourceRecord, textOf } from './source-record'
import { cleanLine, cleanText } from './text'

/** Reads a feature of the national list of Fabriques de territoire: a name and a commune, and its position. */
export function readFabriquesRecord(record: SourceRecord): PlaceReading {
  const row = new RowReader(record)
  // The list writes who carries a Fabrique on the lines below its name
  const [first = '', ...rest] = cleanText(textOf(record, 'lib_territoire')).split('\n')
  const name = first.replace(/[.,;:\s]+$/, '')
  if (name === '') return { refusal: 'Le nom du lieu manque' }
  if (name.length > longestName) return { refusal: `Le nom du lieu dépasse ${longestName} caractères` }
  const where = row.where()
  return {
    place: {
      externalId: row.line('id_territoire') || null,
      recordDate: null,
      fields: {
        ...nothingKnown,
        kind: 'FABRIQUE',
        name,
        description: rest.join('\n').trim() || null,
        labels: ['FABRIQUES_DE_TERRITOIRE'],
      },
      where: {
        ...where,
        inseeCode: row.take('id_geo', readInseeCode(row.line('id_geo'))),
        communeName: cleanLine(textOf(record, 'lib_geo')),
        isAtCommune: true,
      },
    },
    notes: row.notes,
  }
}
