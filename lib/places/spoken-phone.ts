import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** `+33254000000` → `02 54 00 00 00`: as it is read out. A number that is not understood stays as it is. */
export function spokenPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatNational() ?? phone
}
