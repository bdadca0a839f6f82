import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { helper, openOwnPlace, referTo } from '@/tests/support/referring'
import { expect, signIn, test } from '@/tests/support/signed-in-test'
import { theSite } from '@/tests/support/site'

test.slow()

test('a mediator finds in her inbox what waits for her, answers it by keyboard, and loses nothing when a colleague was first', async ({
  page,
  browser,
}) => {
  const placeId = await openOwnPlace(page)
  const context = await browser.newContext({ baseURL: theSite().url, locale: 'fr-FR' })
  const office = await context.newPage()
  await signIn(office, helper)
  const code = await referTo(office, placeId)
  await context.close()

  await page.goto('/coordination')
  await page.getByRole('link', { name: /orientations? attend(ent)? votre réponse/ }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Orientations reçues' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText('Nouvelle')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: code }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Une orientation vous attend' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Lire l’orientation' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Pouvez-vous recevoir cette personne ?' })).toBeVisible()
  await expectNoAxeViolations(page)

  await page.locator('summary', { hasText: 'Dire non' }).press('Enter')
  await page.getByRole('radio', { name: 'Nous sommes complets pour le moment' }).press('Space')
  const why = page.locator('details', { hasText: 'Pourquoi ?' }).getByLabel('Un mot pour l’aidant')
  await why.fill('Complet jusqu’en janvier')
  const colleague = await page.context().newPage()
  await colleague.goto(page.url())
  await colleague.getByRole('button', { name: 'Oui, j’accepte' }).press('Enter')
  await expect(colleague.getByText('C’est noté : vous acceptez.')).toBeVisible()

  await page.getByRole('button', { name: 'Dire non' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'a changé depuis que vous l’avez ouverte' })).toBeFocused()
  await expect(page.getByText('Vous avez dit oui. Donnez un rendez-vous')).toBeVisible()
  await expect(why).toHaveValue('Complet jusqu’en janvier')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Dire non' }).press('Enter')
  await expect(page.getByText('L’aidant est prévenu et cherche un autre lieu.')).toBeVisible()

  await page.goto(`/coordination/orientations?etat=waiting`)
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText('Refusée')
})
