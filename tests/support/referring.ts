import type { Page } from '@playwright/test'
import { expect, fillSignIn } from './signed-in-test'

/** The demonstration helper, and the mediator of a place of her town. */
export const helper = 'orientation@example.org'
const mediator = 'lieu@example.org'

/** Signs in as the mediator; the number of her place. */
export async function openOwnPlace(page: Page): Promise<string> {
  await page.goto('/coordination/lieux')
  await fillSignIn(page, mediator)
  const place = page.locator('a[href^="/coordination/lieux/adp-"]').first()
  return /adp-\d+/.exec((await place.getAttribute('href')) ?? '')?.[0] ?? ''
}

/** Refers somebody to a place by the form of a helper who has signed in, and follows it; its code. */
export async function referTo(page: Page, placeId: string): Promise<string> {
  await page.goto(`/orientation/envoyer?lieu=${placeId}`)
  await page.getByRole('group', { name: 'De quoi a-t-elle besoin ?' }).getByRole('checkbox').first().check()
  await page.getByRole('checkbox', { name: 'La personne a été informée et elle est d’accord' }).check()
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'C’est envoyé' })).toBeVisible()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
  await page.getByRole('link', { name: 'Suivre cette orientation' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Orientation ${code}` })).toBeVisible()
  return code
}
