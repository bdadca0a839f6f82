import type { Page } from '@playwright/test'
import { locales, ownNames } from '@/lib/i18n/languages'
import { localPath } from '@/lib/i18n/path'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

/** The links of a page to pages that exist in every language, the choice of another language aside. */
function internalLinks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href^="/"]:not([hreflang]), form[action^="/"]')]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? '')
      .filter((address) => !address.startsWith('/api/')),
  )
}

test('Arabic leads from home to a place and beyond, from right to left, and no page has a fault', async ({ page }) => {
  const check = async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    for (const address of await internalLinks(page)) expect(address).toMatch(/^\/ar(\/|$|\?)/)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await expectNoAxeViolations(page)
  }
  await page.goto('/ar')
  await check()
  await page.getByRole('combobox').first().fill('Blois')
  await page.getByRole('button', { name: 'البحث عن مكان' }).click()
  await expect(page).toHaveURL(/\/ar\/lieux\?lieu=Blois/)
  await check()
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/ar\/lieux\/adp-/)
  await expect(page.getByRole('heading', { name: 'كيفية الوصول' })).toBeVisible()
  await check()
  await page.getByRole('link', { name: 'حول الموقع' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'حول الموقع' })).toBeVisible()
  await check()
})

test('without JavaScript, another language shows the same page and keeps what was asked', async ({ plainPage }) => {
  const asked = '/lieux?lieu=Blois&frais=gratuit'
  await plainPage.goto(asked)
  const choice = plainPage.getByRole('banner').getByRole('group')
  await choice.locator('summary').click()
  for (const locale of locales) {
    const link = choice.getByRole('link', { name: ownNames[locale] })
    await expect(link).toHaveAttribute('href', localPath(locale, asked))
    await expect(link).toHaveAttribute('lang', locale)
  }
  await choice.getByRole('link', { name: 'Українська' }).click()
  await expect(plainPage).toHaveURL(localPath('uk', asked))
  await expect(plainPage.locator('html')).toHaveAttribute('lang', 'uk')
  await choice.locator('summary').click()
  await expect(choice.locator('[aria-current]')).toHaveText('Українська')
  await choice.getByRole('link', { name: 'Français' }).click()
  await expect(plainPage).toHaveURL(asked)
})

test('a page names itself in every language to search engines', async ({ request }) => {
  const html = await (await request.get('/uk/hubs?x=1')).text()
  const origin = /<link rel="canonical" href="([^"]*)\/uk\/hubs"/.exec(html)?.[1]
  for (const locale of locales) {
    expect(html).toContain(`hrefLang="${locale}" href="${origin}${localPath(locale, '/hubs')}"`)
  }
  expect(html).toContain(`hrefLang="x-default" href="${origin}/hubs"`)
  expect(html).toContain('<meta property="og:locale" content="uk_UA"/>')
})

test('the address alone decides of the language, and the back office and the API have but one', async ({ request }) => {
  const own = await request.get('/hubs', { headers: { 'x-next-intl-locale': 'ar', 'accept-language': 'ar' } })
  expect(await own.text()).toMatch(/<html lang="fr"/)
  for (const path of ['/en/coordination', '/ar/connexion', '/es/api/v1/lieux', '/pt/sitemap.xml', '/fr', '/de/lieux']) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
  const absent = await request.get('/en/lieux/adp-999999999')
  expect(absent.status()).toBe(404)
  expect(await absent.text()).toContain('This page does not exist')
})

test('from all territories to a place, without JavaScript', async ({ page, plainPage }) => {
  await plainPage.goto('/')
  await plainPage.getByRole('link', { name: 'Tous les territoires' }).click()
  const steps = [
    { link: 'Centre-Val de Loire', path: '/regions/24-centre-val-de-loire' },
    { link: 'Loir-et-Cher', path: '/departements/41-loir-et-cher' },
    { link: 'Blois', path: '/communes/41018-blois' },
  ]
  for (const { link, path } of steps) {
    await plainPage.getByRole('link', { name: link, exact: true }).click()
    await expect(plainPage).toHaveURL(path)
    await page.goto(path)
    await expectNoAxeViolations(page)
  }
  await plainPage.getByRole('link', { name: 'Maison de Bégon' }).click()
  await expect(plainPage.getByRole('heading', { level: 1 })).toHaveText('Maison de Bégon')
})

test('a territory has one address, in each language', async ({ request }) => {
  const other = await request.get('/en/communes/41018-autre-nom', { maxRedirects: 0 })
  expect(other.status()).toBe(308)
  expect(other.headers().location).toMatch(/\/en\/communes\/41018-blois$/)
  for (const path of ['/communes/99999-nulle-part', '/regions/centre', '/departements/%FF']) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})

test('search engines are told where everything is', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text()
  for (const path of ['/coordination', '/connexion', '/mot-de-passe', '/api/'])
    expect(robots).toContain(`Disallow: ${path}`)
  const index = new URL(/Sitemap: (\S+)/.exec(robots)?.[1] ?? '')
  const sitemaps = [...(await (await request.get(index.pathname)).text()).matchAll(/<loc>([^<]+)/g)]
  expect(sitemaps.length).toBeGreaterThan(2)
  const last = await request.get(new URL(sitemaps.at(-1)?.[1] ?? '').pathname)
  expect(last.headers()['content-type']).toContain('xml')
  const pages = [...(await last.text()).matchAll(/<loc>([^<]+)/g)].map(([, address]) => new URL(address ?? '').pathname)
  expect(pages).toEqual(expect.arrayContaining([expect.stringMatching(/^\/ar\/lieux\/adp-\d+$/)]))
  for (const path of pages.slice(0, 2)) expect((await request.get(path)).status(), path).toBe(200)
})
