import type { CurrentUser } from '../permissions'

/**
 * How far a session has come. `DONE` may do what its user may; `VERIFY` waits for the second factor,
 * `SET_UP` for one to be chosen: both may do that and sign out, nothing else.
 */
export type SignInStep = 'DONE' | 'VERIFY' | 'SET_UP'

interface Known {
  /** A demonstration account: anybody may try it, in one step */
  isDemo: boolean
  memberships: CurrentUser['memberships']
  hasSecondFactor: boolean
  /** Whether this session has passed a second factor, here or at ProConnect */
  hasPassed: boolean
}

/** Whether an account must have a second factor: whoever coordinates a hub or administers the site. */
export function needsSecondFactor({ isDemo, memberships }: Pick<Known, 'isDemo' | 'memberships'>): boolean {
  return !isDemo && memberships.some(({ role }) => role === 'HUB_COORDINATOR' || role === 'NATIONAL_ADMIN')
}

/** Whoever has a second factor passes it, needed or not. */
export function signInStep(known: Known): SignInStep {
  if (known.hasPassed) return 'DONE'
  if (known.hasSecondFactor) return 'VERIFY'
  return needsSecondFactor(known) ? 'SET_UP' : 'DONE'
}
