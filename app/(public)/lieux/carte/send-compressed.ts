import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { CompressedFile } from '@/lib/map/map-file'

/**
 * Answers with a strong ETag, or with 304 when the client has that very answer. Next lets no route name a
 * `Content-Encoding`: what travels is a gzip file, which the map unpacks, or with `?clair` the plain bytes
 * for browsers that cannot.
 */
export async function sendCompressed(request: Request, { hash, gzipped }: CompressedFile): Promise<Response> {
  const isPlain = new URL(request.url).searchParams.has('clair')
  const etag = `"${hash}${isPlain ? '-clair' : ''}"`
  const headers = { etag, 'cache-control': 'no-cache' }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((each) => each.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return isPlain
    ? new Response(new Uint8Array(await promisify(gunzip)(gzipped)), {
        headers: { ...headers, 'content-type': 'application/octet-stream' },
      })
    : new Response(gzipped, { headers: { ...headers, 'content-type': 'application/gzip' } })
}
