import { expect, type Page } from '@playwright/test'
import { axeOn } from './browser-test'

/** Colours are all that a scheme changes: the rest has been examined in the other one. */
export async function expectContrast(page: Page): Promise<void> {
  const { violations } = await axeOn(page).withRules(['color-contrast', 'link-in-text-block']).analyze()
  expect(violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))).toEqual([])
}

/** As wide as the phone, or a screen of 1280 at 400 %: nothing stands out of it (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return right > width + 1 || left < -1
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 40)}`)
  })
  expect(beyond.slice(0, 5)).toEqual([])
}

/** The spacing that a reader may ask for (WCAG 1.4.12), and then no word cut. */
export async function expectRoomForSpacing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
  await expectNoSidewaysScroll(page)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, overflowY, position } = getComputedStyle(element)
        const isClipping = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip')
        const isForEyes = position !== 'absolute' && !element.closest('.leaflet-container, .visually-hidden, svg')
        const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
        return isClipping && isForEyes && isCut && element.textContent.trim() !== ''
      })
      .map((element) => `${element.tagName} ${element.className}`),
  )
  expect(cut).toEqual([])
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
  })
}

/** Walks by keyboard from the top of the page: each stop is another one, is seen, and shows that it has the focus. */
export async function expectVisibleFocus(page: Page, stops: number): Promise<void> {
  const seen: string[] = []
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      // Beyond the page stand the browser's own buttons, or a tool's.
      if (!element || element === document.body || element.shadowRoot) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { width, height, top, bottom, left, right } = element.getBoundingClientRect()
      const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0 && height > 0
      const [x, y] = [
        Math.min(Math.max((left + right) / 2, 1), innerWidth - 1),
        Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1),
      ]
      const above = document.elementFromPoint(x, y)
      const isUncovered = above !== null && (element.contains(above) || above.contains(element))
      return {
        name: `${element.tagName} ${element.id} ${(element.textContent || element.getAttribute('aria-label') || element.getAttribute('name') || '').trim().slice(0, 40)}`,
        place: `${Math.round(left + scrollX)},${Math.round(top + scrollY)}`,
        isRinged: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        isOnScreen,
        isUncovered,
      }
    })
    // The end of the page: the browser's own buttons come next.
    if (at === null) return
    expect(at).toMatchObject({ isRinged: true, isOnScreen: true, isUncovered: true })
    expect(`${at.name} ${at.place}`).not.toBe(seen.at(-1))
    seen.push(`${at.name} ${at.place}`)
  }
}
