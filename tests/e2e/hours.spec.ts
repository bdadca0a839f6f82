import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { addPlace, expect, openSection, test, uniqueName } from '@/tests/support/signed-in-test'

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a closure is announced by a coordinator without JavaScript, then told to everybody', async ({
  plainCoordination: plain,
  page,
}) => {
  await addPlace(plain, uniqueName('Lieu en travaux'))
  await plain.getByRole('button', { name: 'Publier le lieu' }).click()
  const path = new URL(plain.url()).pathname
  await openSection(plain, 'Les horaires')
  const closures = plain.getByRole('region', { name: 'Fermetures exceptionnelles' })

  await closures.getByLabel('Premier jour fermé').fill(dayIn(5))
  await closures.getByLabel('Dernier jour fermé').fill(dayIn(3))
  await closures.getByLabel('Raison').fill('travaux')
  await closures.getByRole('button', { name: 'Ajouter cette fermeture' }).click()
  await expect(plain.getByText('Le dernier jour vient avant le premier.').first()).toBeVisible()
  await expect(closures.getByLabel('Raison')).toHaveValue('travaux')

  await closures.getByLabel('Dernier jour fermé').fill(dayIn(8))
  await closures.getByRole('button', { name: 'Ajouter cette fermeture' }).click()
  await expect(plain.getByText('La fermeture est enregistrée.')).toBeVisible()

  await page.goto(path.replace('/coordination', ''))
  await expect(page.getByText(/^Fermé du .*travaux$/)).toBeVisible()
  await expectNoAxeViolations(page)

  await closures.getByRole('button', { name: 'Retirer' }).click()
  await expect(plain.getByText('La fermeture est retirée.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(/Fermé du .*travaux$/)).toHaveCount(0)
})

test('places are found by day and time without JavaScript, on the clocks of where one is', async ({ plainPage }) => {
  await plainPage.goto('/lieux?departement=974')
  await plainPage.getByText('Filtrer', { exact: true }).click()
  await plainPage.getByLabel('Jour', { exact: true }).fill(dayIn(7))
  await plainPage.getByRole('button', { name: 'Appliquer' }).click()
  await expect(plainPage.getByText('choisissez aussi une heure')).toBeVisible()

  await plainPage.getByText('Filtrer', { exact: true }).click()
  await expect(plainPage.getByLabel('Jour', { exact: true })).toHaveValue(dayIn(7))
  await plainPage.getByLabel('Heure', { exact: true }).fill('10:00')
  await plainPage.getByRole('button', { name: 'Appliquer' }).click()
  const chips = plainPage.getByRole('list', { name: 'Votre recherche' })
  await expect(chips.getByText(/Ouvert le .* à 10:00/)).toBeVisible()
  // Ten at La Réunion is six in the morning, universal time: links keep the instant.
  const other = chips.getByRole('link', { name: 'Retirer : Département 974' })
  expect(decodeURIComponent((await other.getAttribute('href')) ?? '')).toContain(`ouvert=${dayIn(7)}T06:00:00.000Z`)
})

test('evenings and Saturdays are kept in the address, and given up one by one', async ({ page }) => {
  await page.goto('/lieux?lieu=Blois')
  await page.getByText('Filtrer', { exact: true }).click()
  await page.getByLabel('Le soir').check()
  await page.getByLabel('Le samedi').check()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page).toHaveURL(/horaires=soir&horaires=samedi/)
  await page.getByRole('link', { name: 'Retirer : Le soir' }).click()
  await expect(page).toHaveURL(/horaires=samedi/)
  await expect(page).not.toHaveURL(/horaires=soir/)
})
