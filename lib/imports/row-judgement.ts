import { readFabriquesRecord } from '@/lib/open-data/fabriques-record'
import type { FileFormat } from '@/lib/open-data/file-form'
import { readFranceServicesRecord } from '@/lib/open-data/france-services-record'
import { readNationalRecord } from '@/lib/open-data/national-record'
import type { SourceRow } from '@/lib/open-data/source-file'
import type { PlaceReading } from '@/lib/open-data/source-place'
import { type SourceRecord, textOf } from '@/lib/open-data/source-record'
import { cleanLine } from '@/lib/open-data/text'
import type { CommuneIndex } from './commune-index'
import { resolveCommune } from './commune-resolution'
import { checkPosition } from './position'
import type { ReportEntry } from './report'
import { hasUsableId, type StagedRow, sourceOf, stagedRow } from './staged-record'

export interface Judge {
  format: FileFormat
  /** The source that the person named, if she did */
  source?: string
  /** `YYYY-MM-DD` */
  today: string
  communes: CommuneIndex
}

/** A row taken, or null when it is refused; and everything there is to tell of it. */
export interface Judgement {
  row: StagedRow | null
  externalId: string | null
  entries: ReportEntry[]
}

/** Reads one row of a file, tells its commune and checks its position. Takes it, or refuses it with the reason. */
export function judgeRow(row: SourceRow, judge: Judge): Judgement {
  const { line } = row
  const refuse = (reason: string, id: string | null = null): Judgement => ({
    row: null,
    externalId: id,
    entries: [{ line, id, kind: 'refused', reason }],
  })
  if ('error' in row) return refuse(row.error)
  const reading = readRecord(row.record, judge)
  if ('refusal' in reading) return refuse(reading.refusal, writtenId(row.record))
  const { place, notes } = reading
  const id = place.externalId
  const found = resolveCommune(place.where, judge.communes)
  if ('refusal' in found) return refuse(found.refusal, id)
  const checked = checkPosition(place.where.position, found.commune)
  if (!checked.position && !canBePlaced(place.fields.address, found.commune.latitude))
    return refuse('Aucune position : ni coordonnées, ni adresse, ni centre de la commune', id)

  const entries: ReportEntry[] = notes.map((note) => ({ line, id, ...note }))
  for (const reason of found.remarks)
    entries.push({ line, id, kind: 'repaired', field: 'commune', value: place.where.communeName, reason })
  if (checked.remark) {
    const { latitude, longitude } = place.where.position ?? {}
    entries.push({
      line,
      id,
      kind: checked.kind,
      field: 'latitude',
      value: `${latitude} ${longitude}`,
      reason: checked.remark,
    })
  }
  const source = sourceOf(judge.source, judge.format, place.fields.collectedBy)
  const staged = stagedRow(line, source, place, found.commune, found.postcode, checked.position)
  if (!hasUsableId(id))
    entries.push({
      line,
      id: staged.externalId,
      kind: 'repaired',
      field: 'id',
      reason: 'Identifiant absent : tiré du nom, de l’adresse et de la commune',
    })
  return { row: staged, externalId: id, entries }
}

function readRecord(record: SourceRecord, { format, today }: Judge): PlaceReading {
  if (format === 'france-services') return readFranceServicesRecord(record)
  return format === 'fabriques' ? readFabriquesRecord(record) : readNationalRecord(record, today)
}

/** A refused row's own id: a JSON file on one line has nothing else to find it by. */
function writtenId(record: SourceRecord): string | null {
  const fields = ['id', 'id_fs', 'id_territoire'] as const
  return fields.map((field) => cleanLine(textOf(record, field))).find((id) => id !== '') ?? null
}

/** By its address, if the geocoder knows it, or at least in the middle of its commune. */
function canBePlaced(address: string, communeLatitude: number | null): boolean {
  return communeLatitude !== null || address !== ''
}
