/** Requests a second: the pace of many people, since what is asked is how long each waits, not how many can be served. */
const pace = 5

/**
 * Asks for pages in turn, at a steady pace whatever each takes, for as long as some work lasts.
 *
 * @returns what the work came to, and for each page the milliseconds within which 95 % of its requests were answered
 * @throws when one is not shown
 */
export async function whileVisited<Result>(
  site: string,
  paths: readonly string[],
  work: () => Promise<Result>,
): Promise<{ result: Result; waits: ReadonlyMap<string, number> }> {
  const times = new Map(paths.map((path) => [path, [] as number[]]))
  const visit = async (path: string) => {
    const start = performance.now()
    const response = await fetch(site + path)
    await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
    times.get(path)?.push(performance.now() - start)
  }
  // As on a site that has been up for a while: what its first visitors waited for is not counted.
  for (let turn = 0; turn < 20; turn++) for (const path of paths) await visit(path)
  for (const each of times.values()) each.length = 0
  const visits: Promise<void>[] = []
  const clock = setInterval(() => {
    const path = paths[visits.length % paths.length]
    if (!path) return
    const visited = visit(path)
    // Heard when the work is done
    visited.catch(() => {})
    visits.push(visited)
  }, 1000 / pace)
  const result = await work().finally(() => clearInterval(clock))
  await Promise.all(visits)
  return { result, waits: new Map([...times].map(([path, each]) => [path, within(each, 0.95)])) }
}

function within(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
}
