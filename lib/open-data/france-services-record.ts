import type { Field } from './columns'
import { readItinerancy } from './national-readers'
import { longestName, RowReader } from './row-reader'
import { nothingKnown, type PlaceReading } from './source-place'
import { type SourceRecord, textOf } from './source-record'
import { cleanLine } from './text'
import { readWeekHours } from './week-hours'

const dayColumns = [
  'h_lundi',
  'h_mardi',
  'h_mercredi',
  'h_jeudi',
  'h_vendredi',
  'h_samedi',
  'h_dimanche',
] as const satisfies Field[]

/**
 * Reads a row of the official list of France Services. What the programme's charter promises of
 * every desk is known without the row saying it: help with public procedures, free of charge.
 */
export function readFranceServicesRecord(record: SourceRecord): PlaceReading {
  const row = new RowReader(record)
  const name = row.line('lib_fs', Number.POSITIVE_INFINITY)
  if (name === '') return { refusal: 'Le nom du lieu manque' }
  if (name.length > longestName) return { refusal: `Le nom du lieu dépasse ${longestName} caractères` }
  const where = row.where()
  const cells = dayColumns.map((column) => cleanHours(textOf(record, column)))
  return {
    place: {
      externalId: cleanLine(textOf(record, 'id_fs') || textOf(record, 'id')) || null,
      recordDate: null,
      fields: {
        ...nothingKnown,
        kind: 'FRANCE_SERVICES',
        name,
        typologies: ['RFS'],
        address: row.line('adresse'),
        addressComplement: row.optionalLine('complement_adresse'),
        phone: row.phone(where.departmentCode),
        emails: row.emails(),
        websites: row.websites(),
        openingHours: row.take('h_lundi', readWeekHours(cells)),
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

/** A dash means "closed" in this list, where elsewhere it means nothing. */
function cleanHours(text: string): string {
  return /^\s*[-–—]+\s*$/.test(text) ? 'off' : cleanLine(text)
}
