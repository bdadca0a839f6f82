import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { press } from '@/tests/support/keyboard'
import { expect, fillPlace, test, uniqueName } from '@/tests/support/signed-in-test'

/** Fills in a new place of Blois, as two people write it each in her way. */
async function fillTwin(page: Page, name: string, street: string): Promise<void> {
  await page.goto('/coordination/lieux/nouveau')
  await fillPlace(page, name)
  await page.getByLabel('Numéro et rue').fill(street)
  await page.getByLabel('Téléphone', { exact: true }).fill('02 61 91 00 01')
}

/** Has all places compared: a job, which a page without scripts asks news of. */
async function compareAll(page: Page): Promise<void> {
  const sweep = page.getByRole('button', { name: 'Chercher les doublons maintenant' })
  const idle = () =>
    expect(async () => {
      await page.goto('/coordination/doublons')
      await expect(sweep).toBeVisible({ timeout: 1000 })
    }).toPass()
  await idle()
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await sweep.click()
  await answer
  await idle()
}

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)

test('a place added twice is told of, merged and parted again by keyboard, then said to be two places for good without JavaScript', async ({
  coordination: page,
  plainCoordination: plain,
}) => {
  const name = uniqueName('Lieu')
  const twin = name.toUpperCase()
  await fillTwin(plain, name, '2 place Jean Jaurès')
  await plain.getByRole('button', { name: 'Enregistrer le brouillon' }).last().click()
  await plain.getByRole('button', { name: 'Publier le lieu' }).click()
  await expect(plain.getByText('Le lieu est publié')).toBeVisible()
  const first = idOf(plain)

  await fillTwin(page, twin, '2 pl. Jean-Jaurès')
  await page.getByLabel('Nom du lieu').press('Enter')
  const told = page.getByRole('alert').filter({ hasText: 'Ce lieu existe peut-être déjà' })
  await expect(told).toBeFocused()
  await expect(told.getByRole('link', { name, exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
  await press(page, told.getByRole('button', { name: 'Ajouter quand même' }), 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: twin })).toBeVisible()
  const second = idOf(page)

  await compareAll(plain)
  await page.goto('/coordination/doublons')
  await press(page, page.getByRole('row').filter({ hasText: name }).getByRole('link'), 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Comparer deux fiches' })).toBeVisible()
  await expectNoAxeViolations(page)
  const pair = page.url()
  // The name of the second, the rest of the first, which stays
  await press(page, page.getByRole('radio', { name, exact: true }), 'ArrowDown')
  await expect(page.getByRole('radio', { name: twin, exact: true })).toBeChecked()
  await press(page, page.getByRole('button', { name: 'Réunir les deux fiches' }), 'Enter')
  await expect(page.getByText('Les deux fiches sont réunies.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: twin })).toBeVisible()
  await expect(page.getByText('2 place Jean Jaurès').first()).toBeVisible()
  await expectNoAxeViolations(page)
  const former = await page.request.get(`/lieux/${second}`, { maxRedirects: 0 })
  expect([former.status(), former.headers().location]).toEqual([308, `/lieux/${first}`])

  await page.goto('/coordination/doublons')
  await expectNoAxeViolations(page)
  const merge = page.getByRole('listitem').filter({ hasText: twin })
  await press(page, merge.getByRole('button', { name: 'Défaire' }), 'Enter')
  await expect(page.getByText('La réunion est défaite')).toBeVisible()
  await page.goto(`/coordination/lieux/${first}`)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

  await plain.goto(pair)
  await plain.getByRole('button', { name: 'Ce sont deux lieux différents' }).click()
  await expect(plain.getByText('La question ne sera plus posée.')).toBeVisible()
  await compareAll(plain)
  await expect(plain.getByRole('row').filter({ hasText: name })).toHaveCount(0)
  // Citizens of other tests look for places in Blois too
  await plain.goto(`/coordination/lieux/${first}`)
  await plain.getByRole('button', { name: 'Archiver le lieu' }).click()
})
