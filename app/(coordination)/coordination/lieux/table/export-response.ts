import 'server-only'
import { NextResponse } from 'next/server'
import { currentUser } from '@/lib/auth'
import { parametersOf } from '@/lib/places/table/address'
import { cellsOf, headers, type WrittenPlace } from '@/lib/places/table/columns'
import { readFilters } from '@/lib/places/table/filters'
import { streamMatching, tableChoicesFor } from '@/lib/places/table/queries'

interface Format {
  contentType: string
  extension: string
  write: (headers: readonly string[], batches: AsyncIterable<string[][]>) => AsyncGenerator<Uint8Array, void>
}

/** A file of what the table shows, all pages, written as fast as it is read. */
export async function exportResponse(request: Request, { contentType, extension, write }: Format): Promise<Response> {
  const user = await currentUser()
  if (!user) return new NextResponse('Vous n’êtes plus connecté. Connectez-vous, puis revenez ici.', { status: 401 })
  const parameters = parametersOf(new URL(request.url).search)
  const { filters, unknown } = readFilters(parameters, await tableChoicesFor(user))
  if (unknown.length > 0) {
    const said = unknown.map(({ parameter, value }) => `${parameter} = ${value}`).join(', ')
    return new NextResponse(`Ces filtres n’existent pas\u00a0: ${said}. Retirez-les, puis téléchargez.`, {
      status: 400,
    })
  }
  const today = new Date().toISOString().slice(0, 10)
  return new Response(streamOf(write(headers, cells(streamMatching(user, filters)))), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="lieux-${today}.${extension}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

async function* cells(batches: AsyncIterable<WrittenPlace[]>): AsyncGenerator<string[][], void> {
  for await (const places of batches) yield places.map(cellsOf)
}

/** Takes the next piece when the reader wants it, and stops when the reader goes away. */
function streamOf(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next()
      if (piece.done) controller.close()
      else controller.enqueue(piece.value)
    },
    async cancel() {
      await pieces.return()
    },
  })
}
