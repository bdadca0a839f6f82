import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

const tile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const map = (page: Page) => page.getByRole('region', { name: 'Carte des lieux' })
const marks = (page: Page) => map(page).getByRole('button', { name: /, (Fabrique de|France|Lieu de|Tiers)/ })
const inView = (page: Page) => page.getByText(/^Lieux dans cette vue/)

async function showMap(page: Page, path: string, tilesAnswer = true) {
  await page.route('**/data.geopf.fr/**', (route) =>
    tilesAnswer ? route.fulfill({ body: tile, contentType: 'image/png' }) : route.abort(),
  )
  await page.goto(path)
  await page.locator('#carte').scrollIntoViewIfNeeded()
  await expect(map(page)).toBeVisible()
}

test('places crowd into clusters that a key opens', async ({ page }) => {
  await showMap(page, '/lieux')
  const clusters = map(page).getByRole('button', { name: /^\d+ lieux : agrandir ici$/ })
  await expect(clusters.first()).toBeVisible()
  const before = await clusters.allTextContents()
  await clusters.first().focus()
  await page.keyboard.press('Enter')
  await expect(map(page)).toBeFocused()
  await expect.poll(() => clusters.allTextContents()).not.toEqual(before)
})

test('a mark says its place, whether it is open, and leads to it; Escape gives the focus back', async ({ page }) => {
  await showMap(page, '/lieux?commune=41018&types=fabrique')
  const mark = map(page).getByRole('button', { name: 'Maison de Bégon, Fabrique de territoire' })
  await mark.focus()
  await page.keyboard.press('Enter')
  const link = map(page).getByRole('link', { name: 'Voir ce lieu' })
  await expect(link).toBeFocused()
  await expect(map(page).getByRole('status')).toHaveText(/Ouvert|Fermé|Horaires/)
  await expect(page.getByRole('article').filter({ hasText: 'Maison de Bégon' })).toHaveAttribute('data-on-map')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(link).toBeHidden()
  await expect(mark).toBeFocused()
  await expect(page.locator('[data-on-map]')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maison de Bégon')
})

test('a result that one points at stands out on the map, which comes to it without taking the focus', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await showMap(page, '/lieux?commune=41018&types=fabrique')
  await expect(marks(page)).toHaveCount(1)
  await map(page).focus()
  // Far enough for the place to be out of sight
  for (let times = 0; times < 12; times += 1) await page.keyboard.press('ArrowRight')
  await expect(inView(page)).toHaveText(/: 0$/)
  const name = page.getByRole('link', { name: 'Maison de Bégon' })
  await name.focus()
  await expect(inView(page)).toHaveText(/: 1$/)
  await expect(map(page).locator('[class*=chosen]')).toHaveCount(1)
  await expect(name).toBeFocused()
})

test('the map follows a filter at once, and says that the list does not yet', async ({ page }) => {
  await showMap(page, '/lieux?departement=41')
  // The view is that of the département once its places have come.
  await expect(inView(page)).toHaveText(/[1-9]\d*$/)
  const before = await inView(page).textContent()
  await page.getByText('Filtrer').click()
  await page.getByRole('checkbox', { name: /^Créer, bricoler/ }).check()
  await expect(inView(page)).not.toHaveText(before ?? '')
  await expect(inView(page)).toContainText('Appliquez-les')
  await page.getByRole('checkbox', { name: /^Créer, bricoler/ }).uncheck()
  await expect(inView(page)).toHaveText(before ?? '')
})

test('once moved, the map offers the list of what it shows', async ({ page }) => {
  await showMap(page, '/lieux?departement=41&types=fabrique')
  await expect(inView(page)).toBeVisible()
  const search = page.getByRole('link', { name: 'Chercher dans cette zone' })
  await expect(search).toBeHidden()
  await map(page).focus()
  await page.keyboard.press('ArrowUp')
  await search.click()
  await expect(page).toHaveURL(/\?types=fabrique&lat=[\d.]+&lon=[\d.]+&rayon=[\d.]+$/)
  await expect(page.getByRole('article').filter({ hasText: 'Maison de Bégon' })).toBeVisible()
})

test('hubs stand on the map', async ({ page }) => {
  await showMap(page, '/hubs')
  await expect(
    map(page)
      .getByRole('button', { name: /, Hub$/ })
      .first(),
  ).toBeVisible()
})

test('when the tiles fail, a notice says so, and outlines, marks and list remain', async ({ page }) => {
  await showMap(page, '/lieux?departement=41', false)
  await expect(page.getByText('Le fond de carte ne s’affiche pas.')).toBeVisible()
  await expect(map(page).locator('path').first()).toBeVisible()
  await expect(marks(page).first()).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('when the places do not come, a notice says so, and the list remains', async ({ page }) => {
  await page.route('**/lieux/carte', (route) => route.abort())
  await showMap(page, '/lieux?departement=41')
  await expect(page.getByText('Les lieux ne s’affichent pas sur la carte.')).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('one key passes the map', async ({ page }) => {
  await showMap(page, '/lieux?departement=41')
  const skip = page.getByRole('link', { name: 'Passer la carte' })
  await skip.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('contentinfo').getByRole('link').first()).toBeFocused()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the map comes after the list, one touch away, and one touch back', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/lieux?departement=41')
    await page.getByRole('article').nth(3).scrollIntoViewIfNeeded()
    expect(asked.filter((url) => url.includes('/carte'))).toEqual([])
    const toMap = page.getByRole('link', { name: 'Voir la carte' })
    await expect(toMap).toBeInViewport()
    await toMap.click()
    await expect(map(page)).toBeInViewport({ ratio: 0.9 })
    await expect(inView(page)).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Voir la liste' }).click()
    await expect(page.getByRole('article').first()).toBeInViewport()
  })
})

test('without JavaScript the list is enough, and the place of the map says so', async ({ plainPage }) => {
  await plainPage.goto('/lieux?departement=41')
  // This browser reads scripts and runs none: what it would show without them is in the page.
  expect(await plainPage.content()).toContain('La carte a besoin de JavaScript.')
  await expect(plainPage.getByRole('article').first()).toBeVisible()
})
