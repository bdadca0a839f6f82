import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { addPlace, elsewhere, expect, fillSignIn, test, uniqueName } from '@/tests/support/signed-in-test'

for (const path of [
  '/coordination',
  '/coordination/lieux',
  '/coordination/lieux/nouveau',
  '/coordination/imports/sources',
]) {
  test(`${path} has no accessibility fault`, async ({ coordination: page }) => {
    await page.goto(path)
    await expectNoAxeViolations(page, true)
  })
}

test('a place at a glance, each of its sections and a form at fault have none', async ({ coordination: page }) => {
  await addPlace(page, uniqueName('Accessible'))
  await expectNoAxeViolations(page, true)
  const place = page.url().split('?')[0]
  for (const section of ['identite', 'horaires', 'services', 'public', 'programmes', 'ateliers', 'apercu']) {
    await page.goto(`${place}/${section}`)
    await expectNoAxeViolations(page, true)
  }
  await page.goto(`${place}/adresse`)
  await page.getByRole('button', { name: 'Placer sur la carte' }).click()
  await expect(page.getByRole('region', { name: 'Carte pour placer le lieu' })).toBeVisible()
  await expectNoAxeViolations(page, true)
  await page.goto(`${place}/contact`)
  await page.getByLabel('Téléphone', { exact: true }).fill('123')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click()
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' })).toBeVisible()
  await expectNoAxeViolations(page, true)
})

test('a refused place has none', async ({ page }) => {
  await page.goto('/coordination/lieux/adp-1')
  await fillSignIn(page, elsewhere)
  await expect(page.getByRole('heading', { name: 'Vous ne pouvez pas ouvrir ce lieu' })).toBeVisible()
  await expectNoAxeViolations(page, true)
})
