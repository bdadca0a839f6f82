import type { BrowserContext, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

test.use({ serviceWorkers: 'allow' })

const list = '/lieux?lieu=Blois&types=france-services'

test('a place that is kept, and the last results, open without a connection', async ({ page, context }) => {
  const name = await openPlace(page)
  const path = new URL(page.url()).pathname
  await keep(page)
  await context.setOffline(true)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(
    page.getByText(/Vous êtes hors connexion. Cette page est celle du .*\s: elle a pu changer/),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: /^Appeler/ })).toHaveAttribute('href', /^tel:/)
  // Its styles and scripts are there too.
  await expect(page.getByRole('button', { name: 'Ne plus garder' })).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('atkinson')
  await expectNoAxeViolations(page)

  await page.goto(list)
  await expect(page.getByRole('article').first()).toBeVisible()

  await page.goto('/hubs')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous êtes hors connexion')
  await expect(page.getByRole('link', { name: /Revoir vos derniers résultats/ })).toHaveAttribute('href', /lieu=Blois/)
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name }).click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('what is kept says since when, and goes one by one or all at once', async ({ page, context }) => {
  const name = await openPlace(page)
  await keep(page)
  await page.getByRole('link', { name: 'Voir mes lieux' }).click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page.getByText(/^Gardé le \d+(er)? \S+ \d{4}/)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: `Ne plus garder ${name}` }).click()
  await expect(page.getByText('Ce lieu n’est plus gardé.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name })).toBeHidden()
  await expect.poll(() => keptPages(context)).toEqual([expect.stringContaining('/lieux?')])

  await page.getByRole('button', { name: 'Tout effacer de cet appareil' }).click()
  await expect(page.getByText('Vous ne gardez aucun lieu')).toBeVisible()
  await expect.poll(() => keptPages(context)).toEqual([])
})

test('nothing behind a sign-in, of the API or of other pages is kept', async ({ page, context }) => {
  await openPlace(page)
  await untilControlled(page)
  for (const path of ['/connexion', '/coordination', '/api/v1/lieux?limite=1', '/hubs', '/a-propos'])
    await page.goto(path)
  expect(await keptPages(context)).toEqual([expect.stringContaining('/lieux?')])
})

test('in another language, it is said in it that there is no connection', async ({ page, context }) => {
  await page.goto('/ar/lieux')
  await untilControlled(page)
  await page.goto('/ar/hubs')
  await expect.poll(() => page.evaluate(async () => (await caches.match('/ar/hors-ligne')) !== undefined)).toBe(true)
  await context.setOffline(true)
  await page.goto('/ar/territoires')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('without JavaScript, “Mes lieux” says in a sentence what it needs', async ({ plainPage }) => {
  const response = await plainPage.goto('/mes-lieux')
  await expect(plainPage.getByRole('heading', { level: 1, name: 'Mes lieux' })).toBeVisible()
  // Read from the answer: Playwright sees no text in a `noscript`.
  expect(await response?.text()).toMatch(/<noscript><p>[^<]*il faut que JavaScript soit activé/)
})

test('the site can be installed', async ({ request }) => {
  const { icons, start_url } = await (await request.get('/manifest.webmanifest')).json()
  expect(start_url).toBe('/')
  const found = icons.map(({ sizes, purpose }: { sizes: string; purpose?: string }) => [sizes, purpose ?? 'any'])
  expect(found).toEqual(
    expect.arrayContaining([
      ['192x192', 'any'],
      ['512x512', 'any'],
      ['512x512', 'maskable'],
    ]),
  )
  for (const { src } of icons) expect((await request.get(src)).headers()['content-type']).toMatch(/^image\//)
})

/** From the list, which is then the last one. */
async function openPlace(page: Page): Promise<string> {
  await page.goto('/lieux')
  await untilControlled(page)
  await page.goto(list)
  await page.getByRole('article').first().getByRole('link').first().click()
  return page.getByRole('heading', { level: 1 }).textContent().then(String)
}

async function untilControlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Garder ce lieu' }).click()
  await expect(page.getByText('Ce lieu est gardé sur cet appareil.')).toBeVisible()
  await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true)
}

/** The addresses of the pages that the worker keeps, but for the one that says that there is no connection. */
async function keptPages(context: BrowserContext): Promise<string[]> {
  const [worker] = context.serviceWorkers()
  const kept = await worker?.evaluate(async () => {
    const requests: Request[] = []
    for (const name of await caches.keys()) requests.push(...(await (await caches.open(name)).keys()))
    return requests.map(({ url }) => url)
  })
  return (kept ?? []).filter((url) => !url.includes('/_next/static/') && !url.includes('/hors-ligne'))
}
