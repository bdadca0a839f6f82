import { readName } from './place-name'
import { readInseeCode } from './postcode'
import { RowReader } from './row-reader'
import { nothingKnown, type PlaceReading } from './source-place'
import { type SourceRecord, textOf } from './source-record'
import { cleanLine, cleanText } from './text'

/** Reads a feature of the national list of Fabriques de territoire: a name and a commune, and its position. */
export function readFabriquesRecord(record: SourceRecord): PlaceReading {
  const row = new RowReader(record)
  // The list writes who carries a Fabrique on the lines below its name
  const [first = '', ...rest] = cleanText(textOf(record, 'lib_territoire')).split('\n')
  const named = readName(first.replace(/[.,;:\s]+$/, ''))
  if ('refusal' in named) return named
  const where = row.where()
  return {
    place: {
      externalId: row.line('id_territoire') || null,
      recordDate: null,
      fields: {
        ...nothingKnown,
        kind: 'FABRIQUE',
        name: row.kept('lib_territoire', named.name),
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
