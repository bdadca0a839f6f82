type Step = () => Promise<void>

const steps: Step[] = []

/**
 * Adds what to do before this process ends by SIGINT or SIGTERM; the last one added comes first.
 * A second signal ends it at once.
 */
export function onInterruption(step: Step): void {
  if (steps.length === 0) listen()
  steps.unshift(step)
}

function listen() {
  const codes = { SIGINT: 130, SIGTERM: 143 } as const
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      for (const step of steps) await step()
      process.exit(codes[signal])
    })
  }
}
