import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/languages'
import { sitemap, sitemapIndex } from './sitemap-xml'

const site = 'https://a.example'
const lastModified = new Date('2026-01-02T03:04:05Z')

test('a page stands once in each language, each time with its addresses in all of them', () => {
  const xml = [...sitemap(site, [{ path: '/lieux/adp-1', lastModified }])].join('')
  const pages = xml.match(/<url>.*<\/url>/g) ?? []
  expect(pages.map((page) => /<loc>([^<]*)/.exec(page)?.[1])).toEqual([
    `${site}/lieux/adp-1`,
    ...locales.slice(1).map((locale) => `${site}/${locale}/lieux/adp-1`),
  ])
  for (const page of pages) {
    expect(page).toContain('<lastmod>2026-01-02T03:04:05.000Z</lastmod>')
    expect([...page.matchAll(/hreflang="([^"]+)"/g)].map(([, language]) => language)).toEqual([...locales, 'x-default'])
  }
})

test('nothing breaks out of the markup', () => {
  const xml = [...sitemap(site, [{ path: '/lieux/"<&', lastModified: null }])].join('')
  expect(xml).toContain('<loc>https://a.example/lieux/&#34;&#60;&#38;</loc>')
  expect(xml).not.toContain('lastmod')
})

test('the index names the sitemaps', () => {
  expect(sitemapIndex(site, [{ name: 'lieux-1', lastModified }])).toContain(
    '<loc>https://a.example/sitemaps/lieux-1.xml</loc><lastmod>2026-01-02T03:04:05.000Z</lastmod>',
  )
})
