import type { Locale } from './languages'

/** The header that next-intl reads the language of a request from. */
const languageHeader = 'x-next-intl-locale'
const pathHeader = 'x-path-in-french'

/**
 * Writes on a request what its address says, over whatever a client may have written there.
 *
 * @param path in French, with its query, as a URL has it; null for a page that is in French only
 */
export function tellLanguage(headers: Headers, locale: Locale, path: string | null): void {
  headers.set(languageHeader, locale)
  if (path === null) headers.delete(pathHeader)
  else headers.set(pathHeader, path)
}

/** The French address of the page that is asked for, with its query; null where it is in French only. */
export const pathInFrench = (headers: { get: (name: string) => string | null }): string | null =>
  headers.get(pathHeader)
