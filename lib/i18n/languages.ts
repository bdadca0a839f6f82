/** The languages of the public pages. French has the plain addresses, the others their code before the path. */
export const locales = ['fr', 'en', 'es', 'pt', 'ar', 'uk'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale = 'fr' satisfies Locale

/** How each language calls itself. */
export const ownNames: Readonly<Record<Locale, string>> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
  uk: 'Українська',
}

/** Open Graph names a language with a territory. */
export const openGraphLocales: Readonly<Record<Locale, string>> = {
  fr: 'fr_FR',
  en: 'en_GB',
  es: 'es_ES',
  pt: 'pt_PT',
  ar: 'ar_AR',
  uk: 'uk_UA',
}

/** Which way a language is read. */
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')

/** Whether a text names a language that the site speaks. */
export const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text)
