import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

test('a misspelt need is understood, said back and undone, without JavaScript', async ({ plainPage: page }) => {
  await page.goto('/')
  await page.getByLabel('Avec vos mots').fill('inprimer un papié gratuit')
  await page.getByRole('button', { name: 'Chercher', exact: true }).click()
  await expect(page.getByText('Compris comme')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'imprimer — ' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'gratuit — Gratuit' })).toBeVisible()

  await page.getByRole('link', { name: /Chercher seulement les mots/ }).click()
  await expect(page).toHaveURL(/mots=exacts/)
  await expect(page.getByText(/Nous cherchons seulement les mots/)).toBeVisible()
  await page.getByRole('link', { name: /Chercher aussi les lieux qui aident/ }).click()
  await expect(page.getByText('Compris comme')).toBeVisible()

  await page.getByText('Changer ce que vous cherchez').click()
  await page.getByLabel('Avec vos mots').fill('langues étrangères')
  await page.getByRole('button', { name: 'Chercher', exact: true }).click()
  await expect(page.getByText('une aide dans une autre langue')).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('words that are no need are looked for as words, with others to try', async ({ page }) => {
  await page.goto('/lieux?q=carte+blanche')
  await expect(page.getByText(/Nous cherchons les mots/)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'carte vitale' }).click()
  await expect(page).toHaveURL(/carte\+vitale/)
  await expect(page.getByText('l’assurance maladie')).toBeVisible()
  await expectNoAxeViolations(page)
})

test('a need in Arabic is understood on the Arabic pages', async ({ page }) => {
  await page.goto('/ar/lieux?q=الضرائب')
  await expect(page.locator('[lang=fr]', { hasText: 'les impôts' })).toBeVisible()
})
