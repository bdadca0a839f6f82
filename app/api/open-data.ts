import { BusyError } from '@/lib/errors'
import { TooManyAttemptsError } from '@/lib/throttle/limits'
import { busy, problem, tooManyRequests } from './problem'

/** Anybody's page may read open data; what a coordinator changes shows on the next request. */
const openDataHeaders = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=0, must-revalidate' }

export function openData(body: unknown): Response {
  return Response.json(body, { headers: openDataHeaders })
}

export function openDataStream(body: ReadableStream<Uint8Array>, contentType: string, fileName: string): Response {
  return new Response(body, {
    headers: {
      ...openDataHeaders,
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  })
}

/** A route of the API: what may be asked again later says when, and what fails unforeseen is logged, and told without its details. */
export function answering<Context>(answer: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      return await answer(request, context)
    } catch (error) {
      if (error instanceof BusyError) return busy(error.waitMs / 1000)
      if (error instanceof TooManyAttemptsError) return tooManyRequests(error.waitMs / 1000)
      console.error(error)
      return problem({ status: 500, title: 'Une erreur est survenue. Réessayez dans un instant.' })
    }
  }
}
