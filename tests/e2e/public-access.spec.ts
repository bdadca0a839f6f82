import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

type State = { name: string; path: string; reach?: (page: Page) => Promise<void> }

const states: State[] = [
  { name: 'home', path: '/' },
  {
    name: 'home with suggestions',
    path: '/',
    reach: async (page) => {
      await page.getByRole('combobox').pressSequentially('saint')
      await expect(page.getByRole('option').first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'results with the map',
    path: '/lieux?lieu=Blois&frais=gratuit',
    reach: async (page) => {
      await page.locator('#carte').scrollIntoViewIfNeeded()
      await expect(page.locator('.leaflet-marker-icon').nth(1)).toBeVisible()
    },
  },
  {
    name: 'results with both panels open',
    path: '/lieux?lieu=Blois',
    reach: async (page) => {
      await page.getByText('Changer de ville').click()
      await page.getByText('Filtrer').click()
    },
  },
  { name: 'results without a position', path: '/lieux' },
  { name: 'homonyms', path: '/lieux?lieu=Saint-Denis' },
  { name: 'problems and nothing found', path: '/lieux?lieu=Xyzzyville&types=chateau&q=zzzzzz' },
  {
    name: 'a place',
    path: '/lieux?commune=41018&types=fabrique',
    reach: async (page) => {
      await page.getByRole('link', { name: 'Maison de Bégon' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maison de Bégon')
    },
  },
  { name: 'the hubs', path: '/hubs' },
  { name: 'about', path: '/a-propos' },
  { name: 'accessibility', path: '/accessibilite' },
  { name: 'data', path: '/donnees' },
  { name: 'nothing here', path: '/nulle-part' },
]

// Two examinations of a whole page take their time on a busy machine.
test.describe.configure({ timeout: 90_000 })

for (const { name, path, reach } of states) {
  test(`${name}: no accessibility fault, in light or in dark`, async ({ page }) => {
    await page.goto(path)
    await reach?.(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectNoAxeViolations(page)
    }
  })
}

test('nothing scrolls sideways at 320 pixels, nor breaks the content policy', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  await page.setViewportSize({ width: 320, height: 640 })
  for (const { path } of states) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
  expect(refused).toEqual([])
})

test('home and results weigh little: at most 160 kB of compressed JavaScript before the map', async ({ page }) => {
  for (const path of ['/', '/lieux?departement=41']) {
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Network.setCacheDisabled', { cacheDisabled: true })
    const scripts = new Map<string, number>()
    client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0))
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
    })
    await page.addInitScript(() =>
      Object.assign(window, {
        IntersectionObserver: class {
          observe() {}
          disconnect() {}
        },
      }),
    )
    await page.goto(path, { waitUntil: 'networkidle' })
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0)
    expect(total, path).toBeGreaterThan(10_000)
    expect(total, path).toBeLessThanOrEqual(160_000)
  }
})
