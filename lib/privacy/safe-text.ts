import { hasSocialSecurityNumber, withoutSocialSecurityNumber } from './social-security-number'

/** How a social-security number is refused, in every field. */
export const noNumber = 'N’écrivez pas de numéro de sécurité sociale\u00a0: il n’est jamais utile ici.'

/** For an input whose words end in an address, before they are sent. */
export const safeInput = { pattern: withoutSocialSecurityNumber, title: noNumber } as const

/** What stands for a text that holds one, where it would be told again: in an address, in an answer of the API. */
const mask = '•••'

/** A text as it may be told again. */
export const maskNumber = (text: string): string => (isSafe(text) ? text : mask)

/** Whether a text held a social-security number before it was masked, or holds one. */
export const isRefusedText = (text: string): boolean => text.includes(mask) || !isSafe(text)

/** For the `refine` of a field: whether nothing in it is a social-security number. */
export const isSafe = (text: string | null): boolean => text === null || !hasSocialSecurityNumber(text)
