import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { expect, test, uniqueName } from '@/tests/support/signed-in-test'

test('a coordinator teaches a word, and a citizen is understood at once', async ({ plainCoordination: page }) => {
  // Letters only: a number is never a misspelling of another.
  const word = uniqueName('zébulon').replace(/\P{L}/gu, '').toLowerCase()
  await page.goto('/coordination')
  await page.getByText('Plus', { exact: true }).click()
  await page.getByRole('link', { name: 'Vocabulaire' }).click()
  await page.getByRole('link', { name: 'Ajouter un besoin' }).click()
  await page.getByLabel('Nom du besoin').fill(`le ${word}`)
  await page.getByLabel('Les mots des habitants, en français').fill(`${word}\nla CAF`)
  await page.getByLabel('Insertion professionnelle via le numérique').check()
  await page.getByRole('button', { name: 'Voir combien de lieux répondent' }).click()
  await expect(page.getByText(/de votre territoire/)).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText(/dit déjà/)).toContainText('les démarches CAF')
  await page.getByLabel('Les mots des habitants, en français').fill(word)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Le besoin est ajouté.')).toBeVisible()

  await page.goto(`/lieux?q=${encodeURIComponent(word)}`)
  await expect(page.getByText(`le ${word}`, { exact: true })).toBeVisible()

  await page.goto(`/coordination/vocabulaire?q=${encodeURIComponent(word)}`)
  await page.getByRole('link', { name: `le ${word}` }).click()
  await page.getByRole('button', { name: 'Retirer du vocabulaire' }).click()
  await expect(page.getByText('Le besoin est retiré.')).toBeVisible()
})

test('the screens of the vocabulary have no accessibility fault', async ({ coordination: page }) => {
  await page.goto('/coordination/vocabulaire')
  await expectNoAxeViolations(page)
  await page.goto('/coordination/vocabulaire/carte-grise')
  await expectNoAxeViolations(page)
})
