import { toldAgain } from '@/lib/search/query-reader'
import { words } from '@/lib/search/reader'
import { badParameters } from '../problem'
import { refuseAll } from './refuse-all'

/** The words of a route that takes `q` and nothing else, or the answer that says what is wrong. */
export function readWords(request: Request, longest: number): string | Response {
  const params = new URL(request.url).searchParams
  const problems = refuseAll(params, ['q'])
  const [q = '', ...others] = params.getAll('q')
  const reading = words(longest).read(q)
  if (others.length > 0) problems.push({ parameter: 'q', value: toldAgain(q), reason: 'ce paramètre ne se répète pas' })
  else if ('reason' in reading) problems.push({ parameter: 'q', value: toldAgain(q), reason: reading.reason })
  return problems.length > 0 || 'reason' in reading ? badParameters(problems) : reading.value
}
