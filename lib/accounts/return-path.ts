import type { CurrentUser } from './permissions'

/** Where somebody lands who was going nowhere in particular. */
const home = '/coordination'

/**
 * Where to go after signing in: a path of this site and nothing else, whatever was asked for.
 * `//elsewhere.example` is another site to a browser, and so is `/.//elsewhere.example` once read.
 */
export function localPath(wanted: string | undefined): string {
  const here = 'http://here.invalid'
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, here)) return home
  const { origin, pathname, search } = new URL(wanted, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search : home
}

/** Where somebody looks after her account: at the helpers' desk, unless she has another role. */
export function accountPathOf({ memberships }: Pick<CurrentUser, 'memberships'>): string {
  return memberships.every(({ role }) => role === 'HELPER') ? '/orientation/compte' : '/coordination/compte'
}

/** The sign-in page that then leads back to a path. */
export function signInPath(returnTo: string): string {
  return `/connexion?${new URLSearchParams({ retour: returnTo })}`
}

const steps = { VERIFY: '/connexion/verification', SET_UP: '/connexion/second-facteur' } as const

/** Where a session that has not come to its end goes on, then leads back to a path. */
export function stepPath(step: keyof typeof steps, returnTo: string): string {
  return `${steps[step]}?${new URLSearchParams({ retour: returnTo })}`
}
