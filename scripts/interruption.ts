type Step = () => Promise<void>

const steps: Step[] = []
const codes = { SIGINT: 130, SIGTERM: 143 }
/** Milliseconds: a terminal and npm may both pass the same Ctrl-C on. */
const echo = 1000
let endingSince: number | undefined

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
  if (endingSince !== undefined) {
    if (signal === 'SIGINT' && Date.now() - endingSince > echo) process.exit(codes[signal])
    return
  }
  endingSince = Date.now()
  for (const step of steps) await step()
  process.exit(codes[signal])
}
