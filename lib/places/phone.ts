import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Where numbers are dialled with ten digits and a zero. Overseas first: France would take theirs for its own. */
const territories: readonly CountryCode[] = ['GP', 'GF', 'MQ', 'RE', 'YT', 'FR']

/** The national schema's own limit, which the database holds too. */
const nationalForm = /^\+(33|590|594|262|596|269|687|689|508|681)\d{6,9}$/

/**
 * A phone number in international form, `02 54 00 00 00` → `+33254000000`.
 *
 * @returns null when it is not a number of France or of one of its territories
 */
export function normalisePhone(text: string): string | null {
  // As an import left it: newer ranges than the library knows stay as they are.
  if (nationalForm.test(text)) return text
  for (const territory of territories) {
    const number = parsePhoneNumberFromString(text, territory)
    if (number?.isValid() && nationalForm.test(number.number)) return number.number
  }
  return null
}
