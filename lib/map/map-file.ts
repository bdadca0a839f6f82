import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { markOrNone } from '@/lib/page-cache/queries'
import { encodeMapData } from './map-data'
import { getMapLegend, listMapPlaces } from './queries'

/** Bytes for the browser, compressed. */
export interface CompressedFile {
  /** Changes with the content, and with nothing else */
  hash: string
  gzipped: Uint8Array<ArrayBuffer>
}

let kept: { mark: string; file: Promise<CompressedFile> } | undefined

/**
 * The download of the map as it is now, made once for each state of what public pages show. The mark is
 * read before: a change that comes meanwhile makes the next request make it again.
 */
export async function getMapFile(): Promise<CompressedFile> {
  const mark = await markOrNone()
  if (kept?.mark === mark) return kept.file
  const made = { mark, file: makeMapFile() }
  kept = made
  // One that failed is not kept.
  made.file.catch(() => {
    if (kept === made) kept = undefined
  })
  return made.file
}

async function makeMapFile(): Promise<CompressedFile> {
  const [places, legend] = await Promise.all([listMapPlaces(), getMapLegend()])
  return compress(encodeMapData(places, legend))
}

/** Compresses once what every visitor downloads, and names it by what it holds. */
export async function compress(bytes: Uint8Array): Promise<CompressedFile> {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { hash, gzipped: new Uint8Array(await promisify(gzip)(bytes, { level: 9 })) }
}
