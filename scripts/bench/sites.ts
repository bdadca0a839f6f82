import { existsSync } from 'node:fs'
import { queryFast } from '@/lib/db'
import { parseSearch } from '@/lib/search/schema'
import { countStatement, type KeptTotal, pageStatement, recordColumns } from '@/lib/search/selection'
import { buildIfStale } from '../next/build'
import { type NextProcess, runNext, runSite } from '../next/run-next'

export const searchQuery = 'lat=47.586&lon=1.336&limite=20'

const floorFolder = 'scripts/bench/floor'

/** The site itself, on a port. @returns what stops it */
export async function startSite(port: number): Promise<() => Promise<void>> {
  process.env.NEXT_DIST_DIR ||= '.next'
  await buildIfStale(process.env.NEXT_DIST_DIR)
  // The first search on hours judges those of the week, once.
  const probe = `http://127.0.0.1:${port}/api/v1/lieux?ouvert=maintenant&limite=1`
  return answering(runSite(port), probe)
}

/** A bare Next: an empty prerendered page, and a route handler with the very statement that the site sends. */
export async function startFloor(port: number, query = searchQuery): Promise<() => Promise<void>> {
  if (!existsSync(`${floorFolder}/.next/server/app/vide.html`)) {
    const build = runNext(['build', floorFolder], 'ignore', { NODE_ENV: 'production', FLOOR_VALUES: '[]' })
    if ((await build.ended) !== 0) throw new Error('The floor could not be built: see above.')
  }
  const { search } = parseSearch(new URLSearchParams(query))
  // The site knows the total of filters from the request before.
  const [kept] = await queryFast<KeptTotal>(countStatement(search))
  const { text, values } = pageStatement({ ...search, meaning: null }, new Date(), recordColumns, undefined, kept)
  const server = runNext(['start', floorFolder, '--port', String(port)], 'ignore', {
    NODE_ENV: 'production',
    FLOOR_SQL: text,
    FLOOR_VALUES: JSON.stringify(values),
  })
  return answering(server, `http://127.0.0.1:${port}/lieux?${query}`)
}

async function answering(server: NextProcess, probe: string): Promise<() => Promise<void>> {
  const dead = server.ended.then((code) => {
    throw new Error(`A server stopped by itself, with code ${code}: see above.`)
  })
  await Promise.race([dead, untilAnswering(probe)])
  // From here on, a load that fails says it.
  dead.catch(() => {})
  return server.stop
}

async function untilAnswering(url: string): Promise<void> {
  const response = await fetch(url).catch(() => undefined)
  if (response?.ok) return
  await new Promise((resolve) => setTimeout(resolve, 100))
  return untilAnswering(url)
}
