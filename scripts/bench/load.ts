import autocannon from 'autocannon'

export interface Load {
  url: string
  /** Requests a second, one figure a round */
  rates: number[]
  /** Milliseconds within which 97.5 % of the requests of the last round were answered */
  p97: number
}

/**
 * Loads several addresses in turn, round after round, so that a noisy minute of the machine falls on all.
 *
 * @throws when one of them answers anything but 2xx
 */
export async function loadInTurn(urls: readonly string[], rounds: number, seconds: number): Promise<Load[]> {
  const loads = urls.map((url) => ({ url, rates: [] as number[], p97: 0 }))
  for (const { url } of loads) await load(url, 3)
  for (let round = 0; round < rounds; round++) {
    for (const each of loads) {
      const { requests, latency } = await load(each.url, seconds)
      each.rates.push(requests.average)
      each.p97 = latency.p97_5
    }
  }
  return loads
}

async function load(url: string, seconds: number): Promise<autocannon.Result> {
  const result = await autocannon({ url, connections: 10, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed under load.`)
  return result
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
