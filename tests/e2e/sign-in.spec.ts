import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { coordinator, expect, fillSignIn, passwordOf, test, uniqueName } from '@/tests/support/signed-in-test'

const wrong = 'L’adresse e-mail ou le mot de passe n’est pas le bon.'

test('whoever is not signed in signs in first, then lands where she was going', async ({ page }) => {
  await page.goto('/coordination/lieux?statut=publie')
  await expect(page).toHaveURL(/\/connexion\?retour=/)
  await expectNoAxeViolations(page)
  await fillSignIn(page, coordinator)
  await expect(page.getByRole('heading', { level: 1, name: 'Les lieux' })).toBeVisible()
})

test('a wrong password is said, and only the password is to be typed again', async ({ page }) => {
  await page.goto('/connexion')
  await fillSignIn(page, coordinator, 'not the password')
  const alert = page.getByRole('alert').filter({ hasText: wrong })
  await expect(alert).toBeFocused()
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue(coordinator)
  await expect(page.getByLabel('Mot de passe')).toHaveValue('')
  await expectNoAxeViolations(page)
})

test('empty fields are named beside each', async ({ page }) => {
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByLabel('Adresse e-mail')).toHaveAccessibleDescription('Écrivez votre adresse e-mail.')
  await expect(page.getByLabel('Mot de passe')).toHaveAccessibleDescription('Écrivez votre mot de passe.')
})

test('too many tries are told how long to wait, whatever address they claim to come from', async ({ page }) => {
  const email = `${uniqueName('somebody').replace(' ', '-')}@example.org`
  await page.goto('/connexion')
  const claim = (n: number) => {
    const address = `203.0.113.${n}`
    return page.setExtraHTTPHeaders({ 'x-forwarded-for': address, 'x-real-ip': address, 'x-client-address': address })
  }
  for (let n = 0; n < 5; n++) {
    await claim(n)
    await fillSignIn(page, email, `guess ${n}`)
    await expect(page.getByRole('alert').filter({ hasText: wrong })).toBeFocused()
    await page.getByLabel('Mot de passe').focus()
  }
  await claim(5)
  await fillSignIn(page, email, 'guess 6')
  await expect(page.getByText('Trop d’essais. Attendez 15 minutes')).toBeVisible()
})

test('signing in leads to no other site', async ({ page, baseURL }) => {
  await page.goto('/connexion?retour=//elsewhere.example/')
  await fillSignIn(page, coordinator)
  await expect(page).toHaveURL(`${baseURL}/coordination`)
})

test('signing out closes the session, also for whoever kept its cookie', async ({ page, context }) => {
  await page.goto('/connexion')
  await fillSignIn(page, coordinator)
  await page.waitForURL('**/coordination')
  const cookies = await context.cookies()
  expect(cookies.find(({ name }) => name.includes('session'))).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page).toHaveURL(/\/connexion$/)
  await context.addCookies(cookies)
  await page.goto('/coordination')
  await expect(page).toHaveURL(/\/connexion\?/)
})

test('one signs in and out without JavaScript', async ({ plainPage }) => {
  await plainPage.goto('/coordination/lieux')
  await fillSignIn(plainPage, coordinator, 'not the password')
  await expect(plainPage.getByText(wrong)).toBeVisible()
  await expect(plainPage.getByLabel('Adresse e-mail')).toHaveValue(coordinator)
  await fillSignIn(plainPage, coordinator, passwordOf(coordinator))
  await expect(plainPage.getByRole('heading', { level: 1, name: 'Les lieux' })).toBeVisible()
  await plainPage.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(plainPage).toHaveURL(/\/connexion$/)
})

test('a link that is used up or made up says so', async ({ page }) => {
  await page.goto('/mot-de-passe/made-up')
  await expect(page.getByText('Ce lien ne marche plus')).toBeVisible()
  await expectNoAxeViolations(page)
})
