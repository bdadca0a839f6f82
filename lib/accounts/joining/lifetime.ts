/** How long a request waits for its answer, in milliseconds: three months. */
export const answerLifetime = 90 * 24 * 60 * 60 * 1000

/** How long the link that confirms an address works, in milliseconds: three days, a weekend included. */
export const joiningLifetime = 3 * 24 * 60 * 60 * 1000
