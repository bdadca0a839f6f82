import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { codeOf } from '@/tests/support/one-time-code'
import { expect, fillSignIn, test } from '@/tests/support/signed-in-test'

test.describe.configure({ mode: 'serial' })

/** A coordinator of her own for each width: her second factor stays from one test to the next. */
const accountOf = () => `${test.info().project.name}@example.org`

async function signIn(page: Page) {
  await page.goto('/coordination')
  await fillSignIn(page, accountOf())
}

let backupCodes: string[] = []

test('a coordinator sets up a second step without JavaScript before anything else, then passes it', async ({
  plainPage,
}) => {
  await signIn(plainPage)
  await expect(plainPage.getByRole('heading', { level: 1, name: 'Protéger votre compte' })).toBeVisible()
  await plainPage.goto('/coordination/lieux')
  await expect(plainPage).toHaveURL(/\/connexion\/second-facteur\?/)
  await plainPage.getByRole('button', { name: 'Utiliser une application' }).click()
  await expect(plainPage.getByRole('img', { name: 'Code QR' })).toBeVisible()
  const secret = ((await plainPage.locator('code').textContent()) ?? '').replace(/\s/g, '')
  await plainPage.getByLabel('Code que montre l’application').fill('12')
  await plainPage.getByRole('button', { name: 'Vérifier le code' }).click()
  await expect(plainPage.getByText('Le code a 6 chiffres.').first()).toBeVisible()
  await plainPage.getByLabel('Code que montre l’application').fill(codeOf(secret))
  await plainPage.getByRole('button', { name: 'Vérifier le code' }).click()
  await expect(plainPage.getByText('Votre compte est protégé.')).toBeVisible()
  backupCodes = await plainPage.locator('li code').allInnerTexts()
  expect(backupCodes).toHaveLength(10)
  await plainPage.getByRole('link', { name: 'Continuer' }).click()
  await expect(plainPage).toHaveURL(/\/coordination\/lieux$/)

  await plainPage.getByRole('button', { name: 'Se déconnecter' }).click()
  await signIn(plainPage)
  await expect(plainPage.getByRole('heading', { level: 1, name: 'La seconde étape' })).toBeVisible()
  await plainPage.goto('/coordination/lieux')
  await expect(plainPage).toHaveURL(/\/connexion\/verification\?/)
  await plainPage.getByLabel('Code de l’application').fill(codeOf(secret, 1))
  await plainPage.getByRole('button', { name: 'Continuer' }).click()
  await expect(plainPage).toHaveURL(/\/coordination\/lieux$/)
})

test('a passkey is added and used by the keyboard, and sessions are closed', async ({ page }) => {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const key = {
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  }
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', ...key },
  })
  const press = async (role: 'button' | 'link', name: string) => {
    await page.getByRole(role, { name }).focus()
    await page.keyboard.press('Enter')
  }

  await signIn(page)
  await expect(page.getByLabel('Code de l’application')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel('Code de l’application').fill('000000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Ce code n’est pas le bon' })).toBeFocused()
  await page.getByLabel('Code de l’application').fill(backupCodes[0] ?? '')
  await page.keyboard.press('Enter')
  await press('link', 'Camille Martin')
  await expect(page.getByText('Il vous reste 9 codes de secours.')).toBeVisible()
  await press('link', 'Ajouter ou remplacer')
  await page.getByLabel('Nom de la clé').fill('Ordinateur du bureau')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Votre compte est protégé.')).toBeVisible()
  await expectNoAxeViolations(page)

  await page.goto('/coordination/compte')
  await expect(page.getByText('Ordinateur du bureau')).toBeVisible()
  await expect(page.getByText('cette session')).toBeVisible()
  await expectNoAxeViolations(page)
  await press('button', 'Fermer toutes les autres sessions')
  await expect(page.getByText('Il n’y a pas d’autre session.')).toBeVisible()

  await press('button', 'Se déconnecter')
  await expect(page).toHaveURL(/\/connexion/)
  await signIn(page)
  await press('button', 'Utiliser ma clé d’accès')
  await expect(page).toHaveURL(/\/coordination$/)
})

test('ProConnect opens the account in one go where it took a second factor, and is left on signing out', async ({
  plainPage,
  page,
}) => {
  await plainPage.goto('/connexion?retour=/coordination/compte')
  await plainPage.getByRole('link', { name: 'S’identifier avec ProConnect' }).click()
  await plainPage.getByLabel('E-mail').fill('nobody@example.org')
  await plainPage.getByRole('button', { name: 'Continuer' }).click()
  await expect(plainPage.getByText('Aucun compte n’a l’adresse e-mail')).toBeVisible()

  await page.goto('/connexion?retour=/coordination/compte')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click()
  await page.getByLabel('E-mail').fill(accountOf())
  await page.getByLabel('Second facteur').check()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page).toHaveURL(/\/coordination\/compte$/)
  await expect(page.getByText('ProConnect peut ouvrir votre compte.')).toBeVisible()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page).toHaveURL(/\/connexion\?state=/)
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click()
  await expect(page.getByLabel('E-mail')).toHaveValue('')
})

test('whoever forgot a password is answered the same, known or not', async ({ plainPage }) => {
  for (const email of [accountOf(), 'nobody@example.org']) {
    await plainPage.goto('/connexion')
    await plainPage.getByRole('link', { name: 'Mot de passe oublié' }).click()
    await plainPage.getByLabel('Adresse e-mail').fill(email)
    await plainPage.getByRole('button', { name: 'Envoyer le lien' }).click()
    await expect(plainPage.getByText(`Si un compte a l’adresse ${email}, un message part`)).toBeVisible()
  }
})
