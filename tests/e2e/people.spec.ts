import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { expect, fillSignIn, test } from '@/tests/support/signed-in-test'

const administrator = 'administration@example.org'
const password = 'une phrase bien longue'

async function signIn(page: Page, email: string, secret?: string): Promise<void> {
  await page.goto('/connexion')
  await fillSignIn(page, email, secret)
  await page.waitForURL('**/coordination')
}

test('a coordinator invites somebody for a place, who joins, works, and is out as soon as she says so', async ({
  coordination: page,
  plainPage: newcomer,
  browser,
  baseURL,
}) => {
  const email = `lieu-${Math.random().toString(36).slice(2, 8)}@example.org`
  await page.goto('/coordination/personnes')
  await page.getByRole('link', { name: 'Inviter une personne' }).click()
  await page.getByLabel('Son adresse e-mail').fill(email)
  await page.getByLabel('Mise à jour d’un ou plusieurs lieux').check()
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(page.getByRole('link', { name: 'Choisissez au moins un lieu.' })).toBeVisible()
  await expect(page.getByLabel('Son adresse e-mail')).toHaveValue(email)
  await page.getByLabel('Nom, commune ou numéro d’un lieu').fill('blois')
  await page.getByRole('button', { name: 'Chercher ces lieux' }).click()
  await page.getByRole('group', { name: 'Lieux trouvés' }).getByRole('checkbox').first().check()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(page.getByText('L’invitation est enregistrée.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('Le lien marche jusqu’au')
  await expectNoAxeViolations(page)

  const context = await browser.newContext({ baseURL })
  const office = await context.newPage()
  await signIn(office, administrator)
  await office.goto('/coordination/courrier')
  const text = await office.getByRole('listitem').filter({ hasText: email }).textContent()
  const link = new URL(/\S+\/invitation\/\S+/.exec(text ?? '')?.[0] ?? '')

  await newcomer.goto(link.pathname)
  await expect(newcomer.getByText(`Pour l’adresse ${email}.`)).toBeVisible()
  await office.goto(link.pathname)
  await expect(office.getByText('Vous êtes connecté avec l’adresse')).toBeVisible()
  await expectNoAxeViolations(office)
  await newcomer.getByLabel('Votre nom').fill('Dominique Lieu')
  await newcomer.getByLabel('Nouveau mot de passe').fill(password)
  await newcomer.getByLabel('Le même mot de passe').fill(password)
  await newcomer.getByRole('button', { name: 'Accepter et créer mon compte' }).click()
  await fillSignIn(newcomer, email, password)
  await newcomer.goto('/coordination/lieux')
  await expect(newcomer.getByRole('rowheader')).toHaveCount(1)
  await newcomer.goto('/coordination/personnes')
  await expect(newcomer.getByText('Vous ne suivez pas les rôles')).toBeVisible()

  await page.goto(`/coordination/personnes?q=${email}`)
  await page.getByRole('link', { name: 'Dominique Lieu' }).click()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Retirer ce rôle' }).click()
  await expect(page.getByText('Le rôle est retiré.')).toBeVisible()
  await newcomer.goto('/coordination/lieux')
  await expect(newcomer).toHaveURL(/\/connexion/)

  await office.goto(`/coordination/journal?sujet=${email}`)
  await expect(office.getByRole('row').nth(1)).toContainText('Rôle retiré')
  await expectNoAxeViolations(office)
  await context.close()
})

test('the menu of the back office opens and closes by the keyboard', async ({ coordination: page }) => {
  await page.goto('/coordination/personnes')
  const more = page.getByText('Plus', { exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAttribute('href', /^\/coordination\//)
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await expect(page.getByRole('link', { name: 'Personnes' })).toBeHidden()
})
