import { defaultLocale, locales } from '@/lib/i18n/languages'
import { localPath } from '@/lib/i18n/path'

/** A page as a sitemap names it, by its French address. */
export interface SitemapEntry {
  path: string
  lastModified: Date | null
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const pagesAtOnce = 200

const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)

const lastModifiedTag = (date: Date | null) => (date ? `<lastmod>${date.toISOString()}</lastmod>` : '')

/** The list of sitemaps (https://www.sitemaps.org/protocol.html). */
export function sitemapIndex(site: string, sitemaps: readonly { name: string; lastModified: Date | null }[]): string {
  const lines = sitemaps.map(
    ({ name, lastModified }) =>
      `<sitemap><loc>${escaped(`${site}/sitemaps/${name}.xml`)}</loc>${lastModifiedTag(lastModified)}</sitemap>\n`,
  )
  return `${declaration}<sitemapindex xmlns="${schema}">\n${lines.join('')}</sitemapindex>\n`
}

/** A sitemap, piece by piece: each page in each language, with its addresses in all of them. */
export function* sitemap(site: string, entries: readonly SitemapEntry[]): Generator<string, void> {
  yield `${declaration}<urlset xmlns="${schema}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  for (let start = 0; start < entries.length; start += pagesAtOnce) {
    yield entries
      .slice(start, start + pagesAtOnce)
      .map((entry) => pageTags(site, entry))
      .join('')
  }
  yield '</urlset>\n'
}

function pageTags(site: string, { path, lastModified }: SitemapEntry): string {
  const addresses = locales.map((locale) => [locale, escaped(site + localPath(locale, path))] as const)
  const standard = ['x-default', escaped(site + localPath(defaultLocale, path))] as const
  const alternates = [...addresses, standard]
    .map(([language, address]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`)
    .join('')
  return addresses
    .map(([, address]) => `<url><loc>${address}</loc>${lastModifiedTag(lastModified)}${alternates}</url>\n`)
    .join('')
}
