import type { Locale } from './languages'
import arabic from './messages/errors.ar.json'
import english from './messages/errors.en.json'
import spanish from './messages/errors.es.json'
import french from './messages/errors.fr.json'
import portuguese from './messages/errors.pt.json'
import ukrainian from './messages/errors.uk.json'

/** What is said when a page failed: small catalogues of their own, since browsers load them with every page. */
export const errorWords: Readonly<Record<Locale, typeof french>> = {
  fr: french,
  en: english,
  es: spanish,
  pt: portuguese,
  ar: arabic,
  uk: ukrainian,
}
