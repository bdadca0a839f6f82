/** The levels of ProConnect that take a second factor, from its documentation. */
const levels = new Set([
  'eidas2',
  'eidas3',
  'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
  'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
])

/** Whether ProConnect says, in the identity it signs, that a second factor was used there. What is absent was not. */
export function usedSecondFactor({ amr, acr }: Readonly<Record<string, unknown>>): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || (typeof acr === 'string' && levels.has(acr))
}
