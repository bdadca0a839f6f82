import { loadInTurn, median } from './load'
import { startFloor } from './sites'

/** Three filters that many people combine, and that few places meet together. */
const filteredQuery =
  'lat=47.586&lon=1.336&limite=20&services=aide-aux-demarches-administratives&frais=gratuit&publics=seniors'

interface Ports {
  site: number
  /** Free */
  floor: number
}

/**
 * Compares a search with three filters to a bare handler with the very statement.
 *
 * @returns seconds a request takes, ten at once
 */
export async function measureFilteredSearch(
  ports: Ports,
  places: number,
  rounds: number,
  say: (what: string, figure: string) => void,
): Promise<number> {
  const stop = await startFloor(ports.floor, filteredQuery)
  try {
    const [api, floor] = await loadInTurn(
      [
        `http://127.0.0.1:${ports.site}/api/v1/lieux?${filteredQuery}`,
        `http://127.0.0.1:${ports.floor}/lieux?${filteredQuery}`,
      ],
      rounds,
      5,
    )
    if (!api || !floor) throw new Error('Nothing was measured.')
    const [rate, bare] = [median(api.rates), median(floor.rates)]
    say(`Three filters over ${places} places`, `${Math.round(rate)} requests/s, p97.5 ${api.p97} ms`)
    say('  bare handler, same SQL through pg', `${Math.round(bare)} requests/s, p97.5 ${floor.p97} ms`)
    say('  ratio', `${(rate / bare).toFixed(2)} (0.80 at least)`)
    return 1 / rate
  } finally {
    await stop()
  }
}
