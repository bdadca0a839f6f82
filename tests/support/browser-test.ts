import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

type Fixtures = {
  /** A page of a browser whose JavaScript is off. */
  plainPage: Page
}

export const test = base.extend<Fixtures>({
  plainPage: async ({ browser, viewport, baseURL }, use) => {
    const context = await browser.newContext({ viewport, baseURL, javaScriptEnabled: false, locale: 'fr-FR' })
    await use(await context.newPage())
    await context.close()
  },
})

export { expect }

/** Says what is at fault and nothing else, and looks into no frame, since there is none: a third of the time. */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Each violation is named with the elements at fault. Colours take half of the time, and are a few variables that the
 * same parts wear everywhere: they are judged where every page is read, and in each state with EVERY_WIDTH.
 */
export async function expectNoAxeViolations(page: Page, withColours = Boolean(process.env.EVERY_WIDTH)): Promise<void> {
  const axe = axeOn(page).withTags(rules)
  const { violations } = await (withColours ? axe : axe.disableRules('color-contrast')).analyze()
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))
  expect(found).toEqual([])
}
