/** How long nobody is asked for the password again, in milliseconds: after signing in, or after having given it. */
export const confirmedFor = 15 * 60 * 1000

/** Under what name the database keeps that the password was given again in a session. */
export function confirmationOf(sessionId: string): string {
  return `confirmed:${sessionId}`
}
