import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser-test'

const tile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const map = (page: Page) => page.getByRole('region', { name: 'Carte des lieux' })

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

test('a mark says its place and leads to it; Escape gives the focus back', async ({ page }) => {
  await showMap(page, '/lieux?commune=41018&types=fabrique')
  const mark = map(page).getByRole('button', { name: 'Maison de Bégon, Fabrique de territoire' })
  await mark.focus()
  await page.keyboard.press('Enter')
  const link = map(page).getByRole('link', { name: 'Voir ce lieu' })
  await expect(link).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(link).toBeHidden()
  await expect(mark).toBeFocused()
  await page.keyboard.press('Enter')
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maison de Bégon')
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
  await expect(
    map(page)
      .getByRole('button', { name: /, (Fabrique|France|Lieu|Tiers)|lieux : agrandir/ })
      .first(),
  ).toBeVisible()
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

test('the map comes after the list, and only when it is near the screen', async ({ page, viewport }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/lieux?departement=41')
  await expect(page.getByRole('article').first()).toBeVisible()
  const isPhone = (viewport?.width ?? 0) < 600
  if (isPhone) {
    await page.waitForLoadState('networkidle')
    expect(asked.filter((url) => url.includes('carte.json'))).toEqual([])
    await page.getByRole('link', { name: 'Voir la carte' }).click()
  }
  await expect(map(page)).toBeVisible()
})
