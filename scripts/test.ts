import { runAside } from './checks/aside'
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

/** Tests that ask a database wait for it half of the time: what only reads the sources runs beside them. */
async function runAll() {
  const aside = runAside(stages.filter(({ readsSources }) => readsSources).map(({ name }) => name))
  const tested = await runInTurn(({ name, readsSources }) => !readsSources && name !== 'e2e')
  const { results: checked, printed } = await aside
  console.log(printed)
  return [...checked, ...tested, ...(await runInTurn(({ name }) => name === 'e2e'))]
}

/** One after the other: their words would mix. */
async function runInTurn(isWanted: (stage: Stage) => boolean) {
  const found: { name: string; tally: Tally }[] = []
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
