import type { Ease } from './ease'
import { type Domain, domains, type Level, levelsNeeded } from './grid'
import type { Answers } from './schema'

/** Why a level is the aim. */
export type AimReason = 'notNeeded' | 'notWished' | 'enough' | 'toSee' | 'oneStep' | 'stepByStep'

export interface Aim {
  domain: Domain
  /** Null when nobody has watched yet */
  start: Level | null
  /** Never below the start, never more than one level above; null when the start is to be seen first */
  aim: Level | null
  reason: AimReason
}

/** Where each domain starts and the level that it is sensible to aim at: what her own needs ask for, a step at a time. */
export function aimsOf({ needs, wish, seen }: Pick<Answers, 'needs' | 'wish' | 'seen'>, { levels }: Ease): Aim[] {
  return domains.map((domain) => {
    const needed = Math.max(...needs.map((need) => levelsNeeded[need][domain])) as Level
    const start = seen[domain] === 'unseen' ? null : levels[domain]
    const stay = (reason: AimReason): Aim => ({ domain, start, aim: start, reason })
    if (needed === 0) return stay('notNeeded')
    if (wish === 'forMe') return stay('notWished')
    if (start === null) return stay('toSee')
    if (start >= needed) return stay('enough')
    const aim = (start + 1) as Level
    return { domain, start, aim, reason: aim === needed ? 'oneStep' : 'stepByStep' }
  })
}
