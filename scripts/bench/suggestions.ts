import { query } from '@/tests/support/query'
import { type DrawnCommune, drawSample, type Typed } from './suggestion-sample'

const size = 1000
const seed = 41
const missesShown = 8

interface Answer {
  /** INSEE codes, best first */
  codes: string[]
  /** Until the whole answer was here, over the loopback: more than what the server took */
  milliseconds: number
}

/**
 * Types a drawn sample into the suggestions of a site, one request at a time, and says how fast they come
 * and how often the commune that was meant is among the first five.
 */
export async function measureSuggestions(
  site: string,
  databaseUrl: string,
  say: (what: string, figure: string) => void,
): Promise<void> {
  const communes = await query<DrawnCommune>(
    databaseUrl,
    'SELECT code, name, postcodes, population FROM "Commune" ORDER BY code',
  )
  const { names, postcodes, postcodesOfPeople, slips } = drawSample(communes, size, seed)
  say(`Suggestions over ${communes.length} communes`, `seed ${seed}, ${size} of each`)
  const shared = new Map<string, number>()
  for (const commune of communes)
    for (const postcode of commune.postcodes) shared.set(postcode, (shared.get(postcode) ?? 0) + 1)
  const fitting = postcodes.filter(({ text }) => (shared.get(text) ?? 0) <= 5)

  // The first requests of a connection have their statements planned.
  for (const { text } of names.slice(0, 100)) await ask(site, text)
  const times: number[] = []
  for (const [kind, target, cases] of [
    ['exact names', '99 % at least', names],
    ['postcodes of five communes at most', '99 % at least', fitting],
    ['postcodes, as people live', 'no more than five of up to 46', postcodesOfPeople],
    ['postcodes, as communes are', 'no more than five of up to 46', postcodes],
    ['names with one slip', '95 % at least', slips],
  ] as const) {
    const { share, shareOfTen, slowest, misses } = await recall(site, cases, communes)
    times.push(...slowest)
    say(`  ${kind}`, `${share} among the first five (${target}), ${shareOfTen} of ten; p95 ${p95(slowest)} ms`)
    if (misses.length > 0) console.error(`    missed: ${misses.slice(0, missesShown).join(' · ')}`)
  }
  say('  p95 of all, loopback included', `${p95(times)} ms (20 ms at most)`)
}

async function recall(site: string, cases: readonly Typed[], communes: readonly DrawnCommune[]) {
  const slowest: number[] = []
  const misses: string[] = []
  let [five, ten] = [0, 0]
  for (const { text, code } of cases) {
    const { codes, milliseconds } = await ask(site, text)
    slowest.push(milliseconds)
    const rank = codes.indexOf(code)
    if (rank >= 0) ten++
    if (rank >= 0 && rank < 5) five++
    else misses.push(`“${text}” for ${communes.find((commune) => commune.code === code)?.name}`)
  }
  const percent = (count: number) => `${((100 * count) / cases.length).toFixed(1)} %`
  return { share: percent(five), shareOfTen: percent(ten), slowest, misses }
}

async function ask(site: string, text: string): Promise<Answer> {
  const start = performance.now()
  const response = await fetch(`${site}/api/v1/suggestions?q=${encodeURIComponent(text)}`)
  const { suggestions } = (await response.json()) as { suggestions: { type: string; code: string }[] }
  const milliseconds = performance.now() - start
  return { codes: suggestions.filter(({ type }) => type === 'commune').map(({ code }) => code), milliseconds }
}

function p95(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN).toFixed(1)
}
