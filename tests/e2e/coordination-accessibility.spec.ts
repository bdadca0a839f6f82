import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { addPlace, elsewhere, expect, fillSignIn, test, uniqueName } from '@/tests/support/signed-in-test'

// A form of a hundred and thirty fields takes axe a while.
test.slow()

for (const path of ['/coordination', '/coordination/lieux', '/coordination/lieux/nouveau']) {
  test(`${path} has no accessibility fault`, async ({ coordination: page }) => {
    await page.goto(path)
    await expectNoAxeViolations(page)
  })
}

test('a place with its history, its map and a form at fault has none', async ({ coordination: page }) => {
  await addPlace(page, uniqueName('Accessible'))
  await expectNoAxeViolations(page)
  await page.getByLabel('Téléphone', { exact: true }).fill('123')
  await page.getByRole('button', { name: 'Enregistrer' }).last().click()
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' })).toBeVisible()
  await page.getByRole('button', { name: 'Placer sur la carte' }).click()
  await expect(page.getByRole('region', { name: 'Carte pour placer le lieu' })).toBeVisible()
  await expectNoAxeViolations(page)
})

test('two versions side by side have none', async ({ coordination: page, context }) => {
  await addPlace(page, uniqueName('Deux versions'))
  const other = await context.newPage()
  await other.goto(new URL(page.url()).pathname)
  for (const [who, name] of [
    [other, 'Sa version'],
    [page, 'Ma version'],
  ] as const) {
    await who.getByLabel('Nom du lieu').fill(name)
    await who.getByRole('button', { name: 'Enregistrer' }).last().click()
    await expect(who.getByText(/Vos modifications sont enregistrées|Comparez les deux versions/)).toBeVisible()
  }
  await expectNoAxeViolations(page)
})

test('a refused place has none', async ({ page }) => {
  await page.goto('/coordination/lieux/adp-1')
  await fillSignIn(page, elsewhere)
  await expect(page.getByRole('heading', { name: 'Vous ne pouvez pas ouvrir ce lieu' })).toBeVisible()
  await expectNoAxeViolations(page)
})
