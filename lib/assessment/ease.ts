import { type Domain, domains, type Level, observations } from './grid'
import type { Seen } from './schema'

/** Where somebody stands, from what was seen. */
export interface Ease {
  levels: Readonly<Record<Domain, Level>>
  /** Nobody saw anything yet */
  isUnknown: boolean
  /** Does not handle a device, or next to nothing: not to be left alone with a screen */
  isFar: boolean
  /** Alone in every domain, at least as long as nothing unexpected comes up */
  isNear: boolean
}

/** Of the fifteen steps of the five domains: so few that somebody else must hold the mouse. */
const farAtMost = 3

/** Reads what was seen. A level more in any domain never leads further from digital. */
export function easeOf(seen: Seen): Ease {
  const levels = Object.fromEntries(domains.map((domain) => [domain, observations[seen[domain]]])) as Record<
    Domain,
    Level
  >
  const all = Object.values(levels)
  const steps = all.reduce<number>((sum, level) => sum + level, 0)
  // Whoever does something else alone handles the device, even if nobody watched that.
  const handlesDevice = levels.environment > 0 || all.some((level) => level >= 2)
  return {
    levels,
    isUnknown: domains.every((domain) => seen[domain] === 'unseen'),
    isFar: !handlesDevice || steps <= farAtMost,
    isNear: all.every((level) => level >= 2),
  }
}
