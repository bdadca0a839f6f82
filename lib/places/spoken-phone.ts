import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * `+33254000000` → `02 54 00 00 00`: as it is read out. A number that is not understood stays as it is.
 * Its spaces do not break, and so keep its pairs in their order inside Arabic too (UAX 9, rule W4).
 */
export function spokenPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatNational().replaceAll(' ', '\u00a0') ?? phone
}
