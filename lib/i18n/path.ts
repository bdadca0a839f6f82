import { defaultLocale, isLocale, type Locale } from './languages'

/** The address of a public page in a language: `/lieux` → `/ar/lieux`. French addresses are the plain ones. */
export function localPath(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path.replace(/^\/(?=[?#])/, '')}`
}

/** `/ar/lieux` → the same page in French, and its language. Two slashes at the start would name another site. */
export function readLocalPath(path: string): { locale: Locale; path: string } {
  const [, first] = /^\/([^/]+)(?=\/|$)/.exec(path) ?? []
  if (!isLocale(first) || first === defaultLocale) return { locale: defaultLocale, path }
  return { locale: first, path: path.slice(first.length + 1).replace(/^\/*/, '/') }
}

/** What only coordinators, structures and machines ask for speaks French, and stands at one address. */
const onlyFrench =
  /^\/(api|confirmer|connexion|coordination|invitation|mot-de-passe|orientation|reponse|_next)(\/|$)|^\/[^/]+\.[^/]+$/

/** Whether the page at a path, without its language, is there in every one. */
export const isInAllLanguages = (path: string): boolean => !onlyFrench.test(path)
