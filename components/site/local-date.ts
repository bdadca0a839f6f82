/** "22 novembre 2026 à 10:04", on the clock of the device: for what happened on it. */
export function localDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(date))
}
