import { hasSocialSecurityNumber } from './social-security-number'

/** How a social-security number is refused, in every field. */
export const noNumber = 'N’écrivez pas de numéro de sécurité sociale\u00a0: il n’est jamais utile ici.'

/** For the `refine` of a field: whether nothing in it is a social-security number. */
export const isSafe = (text: string | null): boolean => text === null || !hasSocialSecurityNumber(text)
