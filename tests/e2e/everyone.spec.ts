import type { APIRequestContext, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'
import {
  expectContrast,
  expectNoSidewaysScroll,
  expectRoomForSpacing,
  expectVisibleFocus,
} from '@/tests/support/every-reader'

interface State {
  name: string
  /** `{place}` is the id of a place */
  path: string
  reach?: (page: Page) => Promise<void>
  /** Read in every way at each run; the others in two, and in every way with EVERY_WIDTH */
  isTypical?: true
  /** Made of parts that other states show: read with EVERY_WIDTH alone */
  isPlain?: true
}

const openAll = async (page: Page) => {
  for (const summary of await page.locator('main summary:visible').all()) await summary.click()
}

/** Every public page, in each of its states that looks another way. */
const states: State[] = [
  { name: 'home', path: '/', isTypical: true },
  {
    name: 'home with suggestions',
    path: '/',
    reach: async (page) => {
      await page.getByRole('combobox').first().pressSequentially('saint')
      await expect(page.getByRole('option').first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'results with the map',
    isTypical: true,
    path: '/lieux?lieu=Blois&frais=gratuit',
    reach: async (page) => {
      await page.locator('#carte').scrollIntoViewIfNeeded()
      await expect(page.locator('.leaflet-marker-icon').nth(1)).toBeVisible()
    },
  },
  { name: 'results with every panel open', path: '/lieux?lieu=Blois', reach: openAll },
  { name: 'results without a position', path: '/lieux', isPlain: true },
  { name: 'homonyms', path: '/lieux?lieu=Saint-Denis', isPlain: true },
  { name: 'an address that is not found', path: '/lieux?lieu=12+rue+du+Bourg-Neuf+Blois', isPlain: true },
  { name: 'problems and nothing found', path: '/lieux?lieu=Xyzzyville&types=chateau&q=zzzzzz' },
  { name: 'the guide', path: '/besoins' },
  { name: 'a place', path: '/lieux/{place}', reach: openAll, isTypical: true },
  { name: 'the sheet of a place', path: '/lieux/{place}/fiche', isPlain: true },
  { name: 'an error of a place to report', path: '/lieux/{place}/signaler' },
  { name: 'the places kept', path: '/mes-lieux' },
  { name: 'the hubs', path: '/hubs', isPlain: true },
  { name: 'the territories', path: '/territoires', isPlain: true },
  { name: 'a département', path: '/departements/41-loir-et-cher', isPlain: true },
  { name: 'a commune', path: '/communes/41018-blois', isPlain: true },
  { name: 'about', path: '/a-propos', isPlain: true },
  { name: 'accessibility', path: '/accessibilite', isPlain: true },
  { name: 'privacy', path: '/confidentialite', isPlain: true },
  { name: 'data', path: '/donnees', isPlain: true },
  { name: 'nothing here', path: '/nulle-part', isPlain: true },
  { name: 'home in Arabic', path: '/ar', isTypical: true },
  { name: 'results in Arabic', path: '/ar/lieux?lieu=Blois', reach: openAll },
  { name: 'a place in Arabic', path: '/ar/lieux/{place}', reach: openAll },
  { name: 'results in Ukrainian', path: '/uk/lieux?lieu=Blois', reach: openAll, isPlain: true },
]

async function addressOf({ path }: State, request: APIRequestContext): Promise<string> {
  if (!path.includes('{place}')) return path
  const answer = await request.get('/api/v1/lieux?commune=41018&types=fabrique&limite=1')
  const { lieux } = await answer.json()
  return path.replace('{place}', lieux[0].id)
}

const read = states.filter(({ isPlain }) => !isPlain || process.env.EVERY_WIDTH)

for (const state of read) {
  test(`${state.name}: whoever reads, and however`, async ({ page, request }) => {
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
    })
    await page.goto(await addressOf(state, request))

    const isWhole = state.isTypical || Boolean(process.env.EVERY_WIDTH)
    if (isWhole) {
      await test.step('by keyboard, in forced colours', async () => {
        await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
        await expectVisibleFocus(page, 12)
        await page.emulateMedia({ forcedColors: 'none', reducedMotion: null })
      })
    }
    await state.reach?.(page)
    await test.step('in light', () => expectNoAxeViolations(page, true))
    if (isWhole) {
      await test.step('in dark', async () => {
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectContrast(page)
      })
    }
    await test.step('at 320 pixels', async () => {
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (isWhole) await expectRoomForSpacing(page)
    })
    expect(refused).toEqual([])
  })
}

test('each page has a title of its own, and one first heading', async ({ request }) => {
  const titles = new Map<string, string>()
  for (const state of states.filter(
    ({ reach, path }) => (!reach || path.includes('{place}')) && !/^\/(ar|uk)/.test(path),
  )) {
    const path = await addressOf(state, request)
    const html = await (await request.get(path)).text()
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? ''
    expect(title, path).not.toBe('')
    expect(titles.get(title), `${path} says “${title}”`).toBeUndefined()
    titles.set(title, path)
    expect(html.match(/<h1[ >]/g), path).toHaveLength(1)
  }
})

test('the first stop of the keyboard leads past the menu', async ({ page }) => {
  for (const path of ['/', '/lieux', '/ar/hubs']) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
  }
})

test('nothing moves by itself for who asks for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/', '/lieux?lieu=Blois', '/besoins']) {
    await page.goto(path)
    const moving = await page.evaluate(
      () => document.getAnimations().filter((animation) => Number(animation.effect?.getTiming().duration) > 1).length,
    )
    expect(moving, path).toBe(0)
  }
})
