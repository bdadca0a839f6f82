import { expect, expectNoAxeViolations } from '@/tests/support/browser-test'
import { test } from '@/tests/support/signed-in-test'

test('a sentence leads to dated workshops, says what was understood, and is undone, without JavaScript', async ({
  page,
  plainPage,
}) => {
  await plainPage.goto('/')
  await plainPage.getByLabel('Avec vos mots').fill('un atelier débutant cette semaine près de chez moi')
  await plainPage.getByRole('button', { name: 'Chercher', exact: true }).click()
  await expect(plainPage).toHaveURL(/\/ateliers\?/)
  for (const sense of ['un atelier', 'Débutant', 'dans les 7.jours', 'près de chez vous'])
    await expect(plainPage.getByRole('listitem').filter({ hasText: new RegExp(`^${sense}$`) })).toBeVisible()
  await plainPage.getByRole('combobox', { name: 'Votre ville ou votre code postal' }).fill('Blois')
  await plainPage.getByRole('button', { name: 'Voir les ateliers' }).first().click()
  await expect(plainPage.getByRole('heading', { name: 'Ateliers près de Blois' })).toBeVisible()
  await expect(plainPage.getByRole('article').first()).toContainText(/places? libres?|complet/)

  await page.goto(plainPage.url())
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: /Chercher seulement les mots/ }).click()
  await expect(page).toHaveURL(/mots=exacts/)
  await expect(page.getByText('Vous pouvez élargir')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: /^Tous les sujets/ }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('a place announces a cycle, calls one of its sessions off, and calendars follow', async ({
  coordination: page,
}) => {
  await page.goto('/lieux?lieu=Blois')
  const id = await page.locator('[data-place]').first().getAttribute('data-place')
  await page.goto(`/coordination/lieux/${id}/ateliers`)
  await page.getByLabel('Ce qu’on y fait').fill('Cycle de découverte')
  await page.getByLabel('Service').selectOption('EVERYDAY_DIGITAL_TOOLS')
  await page.getByLabel(/^Un cycle/).check()
  await page.getByLabel('Première séance').fill(new Date(Date.now() + 9 * 24 * 3_600_000).toISOString().slice(0, 10))
  await page.getByLabel('Début').fill('14:00')
  await page.getByLabel('Fin').fill('16:00')
  await page.getByLabel('Nombre de séances').fill('4')
  await page.getByRole('button', { name: 'Annoncer cet atelier' }).click()
  await expect(page.getByRole('alert').getByText('Un cycle compte de 5 à 10 séances.')).toBeVisible()
  await expect(page.getByLabel(/^Un cycle/)).toBeChecked()
  await page.getByLabel('Nombre de séances').fill('5')
  await page.getByRole('button', { name: 'Annoncer cet atelier' }).click()
  await expect(page.getByText('L’atelier est annoncé.')).toBeVisible()
  await expectNoAxeViolations(page)

  const line = page.getByRole('listitem').filter({ hasText: 'Cycle de découverte' })
  await line.getByRole('link').first().click()
  await expect(page.getByText('Séance d’un cycle')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.locator('summary', { hasText: 'Annuler cette séance' }).press('Enter')
  await page.getByRole('button', { name: 'Oui, annuler la séance' }).press('Enter')
  await expect(page.getByText('Cette séance est annulée.')).toBeVisible()
  const calendar = await page.request.get(`/lieux/${id}/ateliers.ics`)
  expect(await calendar.text()).toContain('STATUS:CANCELLED')
  const again = await page.request.get(`/lieux/${id}/ateliers.ics`, {
    headers: { 'if-none-match': calendar.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
})
