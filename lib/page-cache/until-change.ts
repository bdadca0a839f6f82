import { readMark } from './queries'

/**
 * Makes something once for each state of what public pages show, and keeps it until that changes. The mark is read
 * before: a change that comes meanwhile makes the next call make it again. What fails is not kept.
 */
export function untilChange<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let kept: { mark: string; made: Promise<Made> } | undefined
  let unmarked: Promise<Made> | undefined
  return async () => {
    const mark = await readMark().catch(() => null)
    if (mark === null) {
      // The database is late: those who ask meanwhile share what is under way, which is kept for nobody else.
      unmarked ??= make().finally(() => {
        unmarked = undefined
      })
      return unmarked
    }
    if (kept?.mark === mark) return kept.made
    const made = { mark, made: make() }
    kept = made
    made.made.catch(() => {
      if (kept === made) kept = undefined
    })
    return made.made
  }
}
