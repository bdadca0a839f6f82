import { hash } from 'node:crypto'
import type { FileFormat } from '@/lib/open-data/file-form'
import type { PlaceFields, SourcePlace } from '@/lib/open-data/source-place'
import { slugOf } from '@/lib/open-data/vocabulary'
import type { Position } from '@/lib/territory/distance'
import { searchNameOf } from '@/lib/territory/search-name'
import type { KnownCommune } from './commune-index'

/** What a source says of a place, as it is kept to be compared with its next release. */
export interface StoredRecord extends PlaceFields {
  postcode: string
  communeCode: string
  /** As the source gives it; null when it gives none that can be */
  position: (Position & { isAtCommune: boolean }) | null
}

/** A second id of a place that its file lists twice. */
export interface StoredDuplicate {
  duplicateOf: string
}

/** A row that waits for the whole file to be read. */
export interface StagedRow {
  line: number
  /** Slug of the source */
  source: string
  externalId: string
  /** Equal for rows that are the same place */
  sameness: string
  recordDate: string | null
  record: StoredRecord
}

/** Ids longer than this are no ids. */
const longestId = 200

/** The row of a place whose commune is known and whose position has been checked. */
export function stagedRow(
  line: number,
  source: string,
  place: SourcePlace,
  commune: KnownCommune,
  postcode: string,
  position: Position | null,
): StagedRow {
  const { externalId, recordDate, fields, where } = place
  const record: StoredRecord = {
    ...fields,
    postcode,
    communeCode: commune.code,
    position: position && { ...position, isAtCommune: where.isAtCommune },
  }
  const here = digest([fields.name, fields.address, commune.code].map(searchNameOf).join('\n'))
  return {
    line,
    source,
    externalId: hasUsableId(externalId) ? externalId : `sans-id-${here.slice(0, 16)}`,
    // Without an address only a record equal in everything is surely the same place
    sameness: fields.address === '' ? digest(JSON.stringify(record)) : here,
    recordDate,
    record,
  }
}

/** Whether the id of a row can be kept: a row without one is known by what it says. */
export function hasUsableId(externalId: string | null): externalId is string {
  return externalId !== null && externalId.length <= longestId
}

function digest(text: string): string {
  return hash('sha256', text).slice(0, 32)
}

const ofFormat: Partial<Record<FileFormat, string>> = {
  'france-services': 'france-services',
  fabriques: 'fabriques-de-territoire',
}

/**
 * The source that a row belongs to: the one the person names, else the format's own, else who
 * collected the row. So the releases of one collector are one source, and a file that gathers
 * several keeps them apart.
 */
export function sourceOf(named: string | undefined, format: FileFormat, collectedBy: string | null): string {
  const slug = named ? slugOf(named) : (ofFormat[format] ?? slugOf(collectedBy ?? ''))
  return slug.slice(0, 100) || 'schema-national'
}
