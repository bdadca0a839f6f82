import { dayColumns } from './columns'
import { readDayColumns } from './day-columns'
import * as read from './national-readers'
import { readOpeningHours } from './opening-hours'
import { readPivot } from './pivot'
import { readName } from './place-name'
import { readRecordDate } from './record-date'
import { RowReader } from './row-reader'
import { kindOf, type PlaceReading } from './source-place'
import { listOf, type SourceRecord, textOf } from './source-record'
import { cleanLine } from './text'
import { readTypologies } from './typology'
import { audiences, fees, labels, programmes, slugOf, specialCare } from './vocabulary'

const longestSummary = 280

/**
 * Reads a record of the national schema, of today's (1.0) or the former (2022) form.
 *
 * @param today `YYYY-MM-DD`
 */
export function readNationalRecord(record: SourceRecord, today: string): PlaceReading {
  const row = new RowReader(record)
  const named = readName(cleanLine(textOf(record, 'nom')))
  if ('refusal' in named) return named
  const where = row.where()
  const address = row.words('adresse')
  const said = {
    name: row.kept('nom', named.name),
    pivot: row.take('pivot', readPivot(row.line('pivot'), where.departmentCode)),
    typologies: row.take('typologie', readTypologies(listOf(record, 'typologie'))),
    // Our own export writes the commune where there is no address: the schema requires one
    address: slugOf(address) === slugOf(where.communeName) ? '' : address,
    addressComplement: row.optionalLine('complement_adresse'),
    phone: row.phone(where.departmentCode),
    emails: row.emails(),
    websites: row.websites(),
    bookingUrl: row.webAddress('prise_rdv'),
    accessibilityUrl: row.webAddress('fiche_acces_libre'),
    openingHours: readHours(row, record),
    ...readPresentation(row),
    itinerancy: row.codes('itinerance', read.readItinerancy),
    parentStructure: row.optionalLine('structure_parente'),
    collectedBy: row.optionalLine('source'),
    services: row.codes('services', read.readService),
    accessModes: row.codes('modalites_acces', read.readAccessMode),
    supportModes: row.codes('modalites_accompagnement', read.readSupportMode),
    ...readPublics(row),
    ...readProgrammes(row),
  }
  return {
    place: {
      externalId: cleanLine(textOf(record, 'id')) || null,
      recordDate: row.take('date_maj', readRecordDate(row.line('date_maj'), today)),
      fields: { ...said, kind: kindOf(said) },
      where,
    },
    notes: row.notes,
  }
}

/** The hours of the week in one cell, or else a cell for each day, as files of other shapes have them. */
function readHours(row: RowReader, record: SourceRecord): string | null {
  const whole = row.take('horaires', readOpeningHours(row.line('horaires', 2000)))
  const hasDays = whole === null && dayColumns.some((column) => record.has(column))
  return hasDays ? row.take('h_lundi', readDayColumns(record)) : whole
}

/** A summary longer than the schema allows opens the description instead of being cut. */
function readPresentation(row: RowReader): { summary: string | null; description: string | null } {
  const summary = row.text('presentation_resume')
  const description = row.text('presentation_detail')
  if (summary === null || Array.from(summary).length <= longestSummary) return { summary, description }
  row.notes.push({
    field: 'presentation_resume',
    kind: 'repaired',
    value: `${summary.slice(0, 80)}…`,
    reason: 'Résumé de plus de 280 caractères : mis dans la présentation détaillée',
  })
  const isRepeated = description?.startsWith(summary) ?? false
  return { summary: null, description: isRepeated ? description : [summary, description].filter(Boolean).join('\n\n') }
}

function readPublics(row: RowReader) {
  const codes = (
    ['publics_specifiquement_adresses', 'prise_en_charge_specifique', 'publics_accueillis'] as const
  ).flatMap((field) => row.codes(field, read.readPublic))
  return { audiences: read.ofVocabulary(audiences, codes), specialCare: read.ofVocabulary(specialCare, codes) }
}

/** Fees, programmes and labels: lists that were cut otherwise before. A label we do not know stays, as a label of its own. */
function readProgrammes(row: RowReader) {
  const codes: string[] = (['frais_a_charge', 'conditions_acces'] as const).flatMap((field) =>
    row.codes(field, read.readFeeOrProgramme),
  )
  codes.push(...row.codes('dispositif_programmes_nationaux', read.readProgrammeOrLabel))
  const otherLabels = [...row.items('autres_formations_labels'), ...row.items('labels_autres')]
  for (const field of ['formations_labels', 'labels_nationaux'] as const) {
    for (const item of row.labels(field)) {
      const code = read.readProgrammeOrLabel(item)
      if (code) codes.push(code)
      else if (!otherLabels.includes(item)) otherLabels.push(item)
    }
  }
  return {
    fees: read.ofVocabulary(fees, codes),
    programmes: read.ofVocabulary(programmes, codes),
    labels: read.ofVocabulary(labels, codes),
    otherLabels,
  }
}
