import { type Stage, stages } from './checks/stages'
import { failed, sum, type Tally } from './checks/tally'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length > 0) {
  throw new Error(`There is no stage “${unknown[0]}”: choose among ${stages.map(({ name }) => name).join(', ')}.`)
}

// One after the other: they would fight for the same two cores, and their words would mix.
const results: { name: string; tally: Tally }[] = []
for (const stage of stages) {
  if (wanted.length === 0 || wanted.includes(stage.name))
    results.push({ name: stage.name, tally: await tallyOf(stage) })
}

const total = sum(results.map(({ tally }) => tally))
for (const { name, tally } of results) console.log(`${tally.failed > 0 ? '✗' : '✓'} ${name}: ${say(tally)}`)
if (total.skipped > 0) console.log(`${total.skipped} skipped, as said above`)
if (total.failed > 0) process.exitCode = 1
console.log(say(total))

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
