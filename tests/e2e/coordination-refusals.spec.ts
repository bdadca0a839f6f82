import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import {
  addPlace,
  elsewhere,
  expect,
  fillSignIn,
  openSection,
  saveSection,
  test,
  uniqueName,
} from '@/tests/support/signed-in-test'

test('a place of another territory is refused', async ({ coordination, browser, baseURL }) => {
  await addPlace(coordination, uniqueName('À Blois'))
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await page.goto(new URL(coordination.url()).pathname)
  await fillSignIn(page, elsewhere)
  await expect(page.getByRole('heading', { name: 'Vous ne pouvez pas ouvrir ce lieu' })).toBeVisible()
  await context.close()
})

test('a coordinator cannot add a place outside her départements, and loses nothing typed', async ({ page }) => {
  await page.goto('/coordination/lieux/nouveau')
  await fillSignIn(page, elsewhere)
  await page.getByLabel('Nom du lieu').fill('Chez les autres')
  await page.getByLabel('Médiation', { exact: true }).check()
  await page.getByLabel('Numéro et rue').fill('1 rue de la Paix')
  await page.getByLabel('Code postal').fill('41000')
  await page.getByLabel('Commune', { exact: true }).fill('Blois')
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).last().click()
  await expect(page.getByText('Vous ne pouvez pas faire cela dans ce département')).toBeVisible()
  await expect(page.getByLabel('Nom du lieu')).toHaveValue('Chez les autres')
})

test('an edit of an old version shows both, and she chooses field by field', async ({
  coordination: page,
  context,
}) => {
  const name = uniqueName('Version')
  await addPlace(page, name)
  const place = page.url()
  await openSection(page, 'Le lieu')
  const other = await context.newPage()
  await other.goto(`${place.split('?')[0]}/identite`)
  await other.getByLabel('Nom du lieu').fill(`${name} de l’autre`)
  await other.getByLabel('Présentation courte').fill('La sienne.')
  await saveSection(other)
  // Another section is no conflict.
  await other.getByRole('link', { name: 'Contact' }).click()
  await other.getByLabel('Téléphone', { exact: true }).fill('02 61 91 00 01')
  await saveSection(other)

  await page.getByLabel('Nom du lieu').fill(`${name} à moi`)
  await page.getByLabel('Présentation courte').fill('La mienne.')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click()
  const table = page.getByRole('table', { name: 'Ce que vous avez changé tous les deux' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByLabel(`${name} à moi`)).toBeChecked()
  await expectNoAxeViolations(page)
  await table.getByLabel('La sienne.').check()
  await page.getByLabel('Mairie').check()
  await saveSection(page)
  await expect(page.getByLabel('Nom du lieu')).toHaveValue(`${name} à moi`)
  await expect(page.getByLabel('Présentation courte')).toHaveValue('La sienne.')
  await page.getByRole('link', { name: 'Contact' }).click()
  await expect(page.getByLabel('Téléphone', { exact: true })).toHaveValue('+33261910001')
})

/** The form of a page as a browser without JavaScript sends it, to be sent otherwise. */
async function formOf(page: Page, changes: Record<string, string>): Promise<Record<string, string>> {
  const sent = await page
    .locator('form[aria-label="Le lieu"]')
    .evaluate((form) =>
      Object.fromEntries([...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)])),
    )
  return { ...sent, intent: 'save', ...changes }
}

test.describe('a forged action', () => {
  const forged = {
    'from another site': { origin: 'https://elsewhere.example' },
    'from a page without an origin': { origin: 'null' },
    'without an origin': {},
  }

  for (const [fact, headers] of Object.entries(forged)) {
    test(`${fact} changes nothing, though it carries the cookie`, async ({ plainCoordination: page }) => {
      await addPlace(page, uniqueName('Visé'))
      await openSection(page, 'Le lieu')
      const name = uniqueName('Détourné')
      const address = page.url()
      await page.request.post(address, { headers, multipart: await formOf(page, { name }), maxRedirects: 0 })
      await page.goto(address)
      await expect(page.getByLabel('Nom du lieu')).not.toHaveValue(name)
      // The same request from here does change it: what was refused was where it came from.
      const honest = { origin: new URL(address).origin }
      const multipart = await formOf(page, { name })
      await page.request.post(address, { headers: honest, multipart, maxRedirects: 0 })
      await page.goto(address)
      await expect(page.getByLabel('Nom du lieu')).toHaveValue(name)
    })
  }

  test('without a session changes nothing', async ({ plainCoordination: page, playwright, baseURL }) => {
    await addPlace(page, uniqueName('Visé'))
    await openSection(page, 'Le lieu')
    const name = uniqueName('Détourné')
    const stranger = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL ?? '' } })
    await stranger.post(page.url(), { multipart: await formOf(page, { name }), maxRedirects: 0 })
    await stranger.dispose()
    await page.reload()
    await expect(page.getByLabel('Nom du lieu')).not.toHaveValue(name)
  })
})
