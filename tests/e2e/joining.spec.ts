import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { expect, fillSignIn, test } from '@/tests/support/signed-in-test'

const password = 'une phrase bien longue'
/** Of the demonstration: somebody is there already, so that a second one waits. */
const siret = '999 999 999 00017'

test('a helper joins without JavaScript, waits for the yes of the hub, then shares the follow-up of her colleagues', async ({
  coordination: hub,
  plainPage: newcomer,
  browser,
  baseURL,
}) => {
  const email = `aide-${Math.random().toString(36).slice(2, 8)}@example.org`
  await newcomer.goto('/orientation/rejoindre')
  await newcomer.getByLabel('Votre nom').fill('Camille Aidante')
  await newcomer.getByLabel('Votre adresse e-mail').fill(email)
  await newcomer.getByLabel('Nom de la structure').fill('Centre social')
  await newcomer.getByLabel('SIRET').fill('999 999 999 00018')
  await newcomer.getByRole('combobox', { name: 'Sa commune' }).fill('Trous')
  await newcomer.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(newcomer.getByRole('alert')).toContainText('Ce SIRET n’existe pas.')
  await expect(newcomer.getByLabel('Votre nom')).toHaveValue('Camille Aidante')
  await newcomer.getByLabel('SIRET').fill(siret)
  await newcomer.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(newcomer.getByRole('alert')).toContainText('commune')
  await newcomer.getByRole('combobox', { name: 'Sa commune' }).fill('Tours')
  await newcomer.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(newcomer.getByText('Regardez votre boîte aux lettres')).toBeVisible()

  const context = await browser.newContext({ baseURL })
  const office = await context.newPage()
  await office.goto('/connexion')
  await fillSignIn(office, 'administration@example.org')
  await office.waitForURL('**/coordination')
  await office.goto('/coordination/courrier')
  const text = await office.getByRole('listitem').filter({ hasText: email }).textContent()
  const link = new URL(/\S+\/rejoindre\/\S+/.exec(text ?? '')?.[0] ?? '')
  await context.close()

  await newcomer.goto(link.pathname)
  await expect(newcomer.getByText(`Camille Aidante, ${email}`)).toBeVisible()
  await newcomer.getByLabel('Nouveau mot de passe').fill(password)
  await newcomer.getByLabel('Le même mot de passe').fill(password)
  await newcomer.getByRole('button', { name: 'Ouvrir mon compte' }).click()
  await expect(newcomer.getByText('Votre demande attend une réponse')).toBeVisible()
  await newcomer.goto(link.pathname)
  await expect(newcomer.getByText('Votre adresse est confirmée')).toBeVisible()

  await hub.goto('/coordination')
  await hub.getByRole('link', { name: /demandes? d’aidants? ou de structures?/ }).click()
  const waiting = hub.getByRole('listitem').filter({ hasText: email })
  await expect(waiting).toContainText('Centre social, Tours (37)')
  await expectNoAxeViolations(hub)
  await waiting.getByRole('button', { name: 'Accepter Camille Aidante' }).focus()
  await hub.keyboard.press('Enter')
  await expect(hub.getByText('Le compte d’aidant est ouvert.')).toBeVisible()

  await hub.goto('/orientation/rejoindre')
  await expectNoAxeViolations(hub)

  const desk = await (await browser.newContext({ baseURL })).newPage()
  await desk.goto('/connexion')
  await fillSignIn(desk, email, password)
  await desk.waitForURL('**/orientation/suivi')
  await desk.goto('/coordination/lieux')
  await expect(desk.getByRole('rowheader')).toHaveCount(0)
  await desk.goto('/orientation/compte')
  await expectNoAxeViolations(desk)
  await desk.goto('/orientation/organisation')
  await expect(desk.getByText('orientation@example.org')).toBeVisible()
  await expectNoAxeViolations(desk)
  await desk.getByRole('button', { name: /^Quitter l’équipe/ }).click()
  await expect(desk.getByText('Vous avez quitté l’équipe.')).toBeVisible()
  await desk.context().close()
})
