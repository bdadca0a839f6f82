/** The languages that terms are written in, those of the public pages; `need_term_language` in the database. */
export const termLanguages = ['fr', 'en', 'es', 'pt', 'ar', 'uk'] as const

export type TermLanguage = (typeof termLanguages)[number]
