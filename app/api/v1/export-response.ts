import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type PlaceRecord, streamRecords } from '@/lib/search/queries'
import { openDataStream } from '../open-data'
import { tooManyRequests } from '../problem'
import { readSearch } from './read-search'
import { secondsToWait } from './throttle'

/** How a file of places is written, piece by piece. */
export interface FileFormat {
  contentType: string
  fileName: string
  start: string
  /** @param isFirst whether nothing was written before */
  piece: (place: PlaceRecord, isFirst: boolean) => string
  end: string
}

/** An export reads everything: one address may ask for two a second, minute by minute. */
const limiter = new RateLimiterMemory({ points: 120, duration: 60 })

/** A file of everything that matches, written as fast as it is read, and no further than it is read. */
export async function exportResponse(request: Request, format: FileFormat): Promise<Response> {
  const search = await readSearch(request, { without: ['page', 'limite'] })
  if (search instanceof Response) return search
  const wait = await secondsToWait(limiter, request)
  if (wait > 0) return tooManyRequests(wait)
  const batches = streamRecords(search)
  // The first batch is read before the answer starts: what fails until then is told as an error.
  const first = await batches.next()
  return openDataStream(streamOf(write(first, batches, format)), format.contentType, format.fileName)
}

/** Takes the next piece when the reader wants it, and stops when the reader goes away. */
function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next()
      if (piece.done) controller.close()
      else controller.enqueue(encoder.encode(piece.value))
    },
    async cancel() {
      await pieces.return()
    },
  })
}

async function* write(
  first: IteratorResult<PlaceRecord[], void>,
  rest: AsyncGenerator<PlaceRecord[], void>,
  { start, piece, end }: FileFormat,
): AsyncGenerator<string, void> {
  yield start
  let isFirst = true
  for (let batch = first; !batch.done; batch = await rest.next()) {
    let text = ''
    for (const place of batch.value) {
      text += piece(place, isFirst)
      isFirst = false
    }
    yield text
  }
  yield end
}
