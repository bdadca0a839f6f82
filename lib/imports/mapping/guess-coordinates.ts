import { mayBeInFrance } from '@/lib/territory/france'
import { readNumber, readPair } from './pair'
import { projectionOf } from './projection'
import type { Mapping, TableColumn, TargetField } from './schema'

type Fields = Mapping['fields']
type Columns = readonly TableColumn[]

/** How the coordinates are written, from the samples of their columns. */
export function guessCoordinates(fields: Fields, columns: Columns): Pick<Mapping, 'projection' | 'coordinateOrder'> {
  const pair = samplePair(fields, columns)
  if (pair) {
    const isLatitudeFirst = startsWithLatitude(pair)
    const [x, y] = isLatitudeFirst ? [pair[1], pair[0]] : pair
    const coordinateOrder = isLatitudeFirst ? 'latitude-first' : 'longitude-first'
    return { projection: projectionOf(x, y) ?? 'degrees', coordinateOrder }
  }
  const apart = sampleApart(fields, columns)
  return { projection: (apart && projectionOf(...apart)) ?? 'degrees', coordinateOrder: 'latitude-first' }
}

/** Metres of a projection that is not read. */
export function isProjectedElsewhere(fields: Fields, columns: Columns): boolean {
  const pair = samplePair(fields, columns)
  if (pair) return projectionOf(...pair) === null && projectionOf(pair[1], pair[0]) === null
  const apart = sampleApart(fields, columns)
  return apart !== null && projectionOf(...apart) === null
}

/** Degrees say it by where they are; metres, because in mainland France the way north is the longer. */
function startsWithLatitude([first, second]: [number, number]): boolean {
  if (Math.max(Math.abs(first), Math.abs(second)) > 180) return first > second
  return mayBeInFrance({ latitude: first, longitude: second }) || !mayBeInFrance({ latitude: second, longitude: first })
}

function samplesOf(field: TargetField, fields: Fields, columns: Columns): readonly string[] {
  return columns.find(({ key }) => key === fields[field]?.columns[0])?.samples ?? []
}

function samplePair(fields: Fields, columns: Columns): [number, number] | null {
  const pairs = samplesOf('coordonnees', fields, columns).map(readPair)
  return pairs.find((pair) => pair !== null) ?? null
}

function sampleApart(fields: Fields, columns: Columns): [x: number, y: number] | null {
  const [x] = samplesOf('longitude', fields, columns).flatMap((text) => readNumber(text) ?? [])
  const [y] = samplesOf('latitude', fields, columns).flatMap((text) => readNumber(text) ?? [])
  return x === undefined || y === undefined ? null : [x, y]
}
