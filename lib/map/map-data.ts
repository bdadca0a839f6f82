import type { PlaceKind } from '@/prisma/client/enums'
import { bytesOfBits, bytesOfNumbers, fromPlanes, fromSteps, toBits, toPlanes, toSteps } from './planes'

/** A published place as the map's download is made from it. */
export interface MapPlace {
  /** The number of its id: 1234 for `adp-1234` */
  id: number
  latitude: number
  longitude: number
  /** Known to the commune or the postcode only */
  isApproximate: boolean
  /** The numbers of its facets as PostgreSQL writes them, `{101,202}`; the same text for the same facets */
  facets: string
}

/** What stands before the columns, as JSON. */
export interface MapLegend {
  hubs: { slug: string; name: string; latitude: number; longitude: number }[]
  /** The facet of each kind */
  kinds: Record<PlaceKind, number>
  /** The facet that each value of a parameter asks for: `parameters.types['france-services']` is 102 */
  parameters: Record<string, Record<string, number>>
}

/** Every published place, in columns; the rank of a place is its index in each of them. */
export interface MapData extends MapLegend {
  /** In rising order */
  ids: Int32Array
  latitudes: Float64Array
  longitudes: Float64Array
  /** One bit a place */
  approximate: Uint8Array
  /** The places that have the very same facets share one combination of them */
  combinationOf: Int32Array
  combinationCount: number
  /** For each facet, one bit a combination: whether it holds the facet */
  facets: Map<number, Uint8Array>
}

interface Head extends MapLegend {
  places: number
  combinations: number
  facets: number[]
}

/** Steps in a degree: positions are told to five metres, and at most three metres off. */
const perDegree = 20_000
const lengthBytes = 4

/**
 * All the places in one piece: a head in JSON, then columns. Names would weigh more than all the rest.
 *
 * @param places in rising order of their ids
 */
export function encodeMapData(places: readonly MapPlace[], legend: MapLegend): Uint8Array<ArrayBuffer> {
  // In order, so that combinations that differ little stand side by side.
  const written = [...new Set(places.map(({ facets }) => facets))].sort()
  const rankOf = new Map(written.map((facets, index) => [facets, index]))
  const combinations = written.map((facets) => new Set(facets.slice(1, -1).split(',').filter(Boolean).map(Number)))
  const facets = [...new Set(combinations.flatMap((combination) => [...combination]))].sort((a, b) => a - b)
  const head: Head = { ...legend, places: places.length, combinations: combinations.length, facets }
  return join([
    new TextEncoder().encode(JSON.stringify(head)),
    ...facets.map((facet) => toBits(combinations.map((combination) => combination.has(facet)))),
    toPlanes(toSteps(places.map(({ id }) => id))),
    toPlanes(toSteps(places.map(({ latitude }) => Math.round(latitude * perDegree)))),
    toPlanes(toSteps(places.map(({ longitude }) => Math.round(longitude * perDegree)))),
    toPlanes(places.map(({ facets }) => rankOf.get(facets) ?? 0)),
    toBits(places.map(({ isApproximate }) => isApproximate)),
  ])
}

/** Undoes `encodeMapData`, in the browser. */
export function decodeMapData(buffer: ArrayBuffer): MapData {
  const length = new DataView(buffer).getUint32(0, true)
  let at = lengthBytes
  const take = (bytes: number) => {
    at += bytes
    return new Uint8Array(buffer, at - bytes, bytes)
  }
  const { places, combinations, facets, ...legend } = JSON.parse(new TextDecoder().decode(take(length))) as Head
  const column = () => fromPlanes(take(bytesOfNumbers(places)))
  const degrees = () => Float64Array.from(fromSteps(column()), (steps) => steps / perDegree)
  // Each takes its bytes after those of the one above.
  return {
    ...legend,
    combinationCount: combinations,
    facets: new Map(facets.map((facet) => [facet, take(bytesOfBits(combinations))])),
    ids: fromSteps(column()),
    latitudes: degrees(),
    longitudes: degrees(),
    combinationOf: column(),
    approximate: take(bytesOfBits(places)),
  }
}

/** The head with its length before it, then the rest. */
function join([head, ...columns]: [Uint8Array, ...Uint8Array[]]): Uint8Array<ArrayBuffer> {
  const pieces = [head, ...columns]
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, lengthBytes))
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  let at = lengthBytes
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
