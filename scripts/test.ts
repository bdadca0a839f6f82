import { type Result, runAside } from './checks/aside'
import { type Stage, stages } from './checks/stages'
import { failed, sum, type Tally } from './checks/tally'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length > 0) {
  throw new Error(`There is no stage “${unknown[0]}”: choose among ${stages.map(({ name }) => name).join(', ')}.`)
}

const results = wanted.length === 0 ? await runAll() : await runInTurn(({ name }) => wanted.includes(name))
// To the run that wanted these stages beside its own.
process.send?.(results)

const total = sum(results.map(({ tally }) => tally))
for (const { name, tally } of results) console.log(`${tally.failed > 0 ? '✗' : '✓'} ${name}: ${say(tally)}`)
if (total.skipped > 0) console.log(`${total.skipped} skipped, as said above`)
if (total.flaky > 0) console.log(`${total.flaky} passed only when tried again, as said above`)
if (total.failed > 0) process.exitCode = 1
console.log(say(total))

/** Each waits half of the time, for a database or a browser: two run side by side. Told in their own order. */
async function runAll(): Promise<Result[]> {
  const aside = runAside(stages.filter(({ isAside }) => isAside).map(({ name }) => name))
  const results = await runInTurn(({ isAside }) => !isAside)
  aside.listen()
  results.push(...(await aside.results))
  return stages.flatMap(({ name }) => results.find((one) => one.name === name) ?? [])
}

/** One after the other: their words would mix. */
async function runInTurn(isWanted: (stage: Stage) => boolean): Promise<Result[]> {
  const found: Result[] = []
  for (const stage of stages) if (isWanted(stage)) found.push({ name: stage.name, tally: await tallyOf(stage) })
  return found
}

/** A stage that breaks down has failed; the next ones still run. */
async function tallyOf({ name, run }: Stage): Promise<Tally> {
  console.log(`\n── ${name} ──`)
  try {
    return await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return failed
  }
}

function say({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}
