const minute = 60_000
/** Milliseconds; a message is tried every two to six hours in the end. */
const longest = 4 * 60 * minute

/**
 * How long a message waits before it is tried again: a minute, then twice as long each time, more or less by half
 * so that those that failed together do not all come back together.
 *
 * @param attempts how many times it was tried, from 1
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function backoff(attempts: number, random = Math.random()): number {
  return Math.round(Math.min(longest, minute * 2 ** (attempts - 1)) * (0.5 + random))
}
