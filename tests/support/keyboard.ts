import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until something that is there, or soon will be, has the focus, and says how often. */
export async function tabTo(page: Page, wanted: Locator): Promise<number> {
  await expect(wanted).toBeVisible()
  for (let keys = 0; keys <= 250; keys++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return keys
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not reach it.')
}

/** Walks to something by the Tab key, then presses a key there. */
export async function press(page: Page, wanted: Locator, key: string): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}

/** Walks to a field by the Tab key, then types in place of what stands there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await press(page, field, 'ControlOrMeta+a')
  await page.keyboard.type(text)
}
