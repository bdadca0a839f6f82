import { readDayColumns } from './day-columns'
import { readItinerancy } from './national-readers'
import { readName } from './place-name'
import { RowReader } from './row-reader'
import { nothingKnown, type PlaceReading } from './source-place'
import { type SourceRecord, textOf } from './source-record'
import { cleanLine } from './text'

/**
 * Reads a row of the official list of France Services. What the programme's charter promises of
 * every desk is known without the row saying it: help with public procedures, free of charge.
 */
export function readFranceServicesRecord(record: SourceRecord): PlaceReading {
  const row = new RowReader(record)
  const named = readName(cleanLine(textOf(record, 'lib_fs')))
  if ('refusal' in named) return named
  const where = row.where()
  return {
    place: {
      externalId: cleanLine(textOf(record, 'id_fs') || textOf(record, 'id')) || null,
      recordDate: null,
      fields: {
        ...nothingKnown,
        kind: 'FRANCE_SERVICES',
        name: row.kept('lib_fs', named.name),
        typologies: ['RFS'],
        address: row.words('adresse'),
        addressComplement: row.optionalLine('complement_adresse'),
        phone: row.phone(where.departmentCode),
        emails: row.emails(),
        websites: row.websites(),
        openingHours: row.take('h_lundi', readDayColumns(record)),
        description: row.text('commentaire'),
        itinerancy: row.codes('itinerance', readItinerancy),
        parentStructure: row.optionalLine('groupe'),
        programmes: ['FRANCE_SERVICES'],
        fees: ['FREE'],
        services: ['ADMINISTRATIVE_PROCEDURES'],
      },
      where,
    },
    notes: row.notes,
  }
}
