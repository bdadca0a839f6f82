import { getRequestConfig } from 'next-intl/server'
import { defaultLocale, isLocale, type Locale } from './languages'
import backOffice from './messages/coordination.fr.json'
import french from './messages/fr.json'
import orientation from './messages/orientation.fr.json'
import reception from './messages/reception.fr.json'

/** A language's own words; what it does not say yet is said in French. */
const catalogues: Readonly<Record<Locale, () => Promise<typeof french>>> = {
  fr: async () => french,
  en: async () => completed((await import('./messages/en.json')).default, french),
  es: async () => completed((await import('./messages/es.json')).default, french),
  pt: async () => completed((await import('./messages/pt.json')).default, french),
  ar: async () => completed((await import('./messages/ar.json')).default, french),
  uk: async () => completed((await import('./messages/uk.json')).default, french),
}

/** The proxy names the language of each page, after its address. */
export default getRequestConfig(async ({ locale: given, requestLocale }) => {
  const asked = given ?? (await requestLocale)
  const locale = isLocale(asked) ? asked : defaultLocale
  return {
    locale,
    messages: { ...(await catalogues[locale]()), ...backOffice, ...orientation, ...reception },
    timeZone: 'Europe/Paris',
  }
})

/** All the keys of `whole`, with the words of `part` where it has them. */
function completed<T extends object>(part: object, whole: T): T {
  const known = part as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(whole).map(([key, words]: [string, unknown]) => {
      const own = known[key]
      if (typeof words !== 'object' || words === null) return [key, typeof own === 'string' ? own : words]
      return [key, completed(typeof own === 'object' && own !== null ? own : {}, words)]
    }),
  ) as T
}
