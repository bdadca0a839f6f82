/** How many sessions a cycle has: those that a booklet of the pass numérique pays. */
export const cycleLength = { least: 5, most: 10 } as const

/** Announced at once, when each session is for itself. */
export const sessionsAtMost = 20
