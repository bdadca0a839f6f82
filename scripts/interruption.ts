type Step = () => Promise<void>

const steps: Step[] = []
const codes = { SIGINT: 130, SIGTERM: 143 }
let isEnding = false

/**
 * Adds what to do before this process ends by SIGINT or SIGTERM; the last one added comes first.
 * Somebody who presses Ctrl-C again does not want to wait.
 */
export function onInterruption(step: Step): void {
  if (steps.length === 0) {
    process.on('SIGINT', end)
    process.on('SIGTERM', end)
  }
  steps.unshift(step)
}

async function end(signal: 'SIGINT' | 'SIGTERM') {
  if (isEnding && signal === 'SIGINT') process.exit(codes[signal])
  if (isEnding) return
  isEnding = true
  for (const step of steps) await step()
  process.exit(codes[signal])
}
