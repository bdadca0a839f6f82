import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { untilChange } from '@/lib/page-cache/until-change'
import { encodeMapData } from './map-data'
import { getMapLegend, listMapPlaces } from './queries'

/** Bytes for the browser, compressed. */
export interface CompressedFile {
  /** Changes with the content, and with nothing else */
  hash: string
  gzipped: Uint8Array<ArrayBuffer>
}

/** The download of the map as it is now. */
export const getMapFile = untilChange(async (): Promise<CompressedFile> => {
  const [places, legend] = await Promise.all([listMapPlaces(), getMapLegend()])
  return compress(encodeMapData(places, legend))
})

/** Compresses once what every visitor downloads, and names it by what it holds. */
export async function compress(bytes: Uint8Array): Promise<CompressedFile> {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { hash, gzipped: new Uint8Array(await promisify(gzip)(bytes, { level: 9 })) }
}
