/** People come in before it starts. Milliseconds. */
const early = 30 * 60 * 1000

/** Whether who came to a session can be noted. */
export const hasBegun = (startsAt: Date, at: Date): boolean => startsAt.getTime() - early <= at.getTime()
