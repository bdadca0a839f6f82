import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { tabTo } from '@/tests/support/keyboard'
import { helper } from '@/tests/support/referring'
import { expect, fillSignIn, passwordOf, test } from '@/tests/support/signed-in-test'
import { theSite } from '@/tests/support/site'

test.slow()

const person = 'Jeanne Exemple'

/** Where the message about a code leads, as an administrator reads it where no mail is sent. */
async function linkOf(browser: Browser, code: string): Promise<string> {
  const context = await browser.newContext({ baseURL: theSite().url, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('/coordination/courrier')
  await fillSignIn(page, 'administration@example.org')
  await page.waitForURL('**/coordination/courrier')
  const link = page.getByRole('listitem').filter({ hasText: code }).locator('a[href*="/reponse/"]').first()
  await expect(async () => {
    await page.reload()
    await expect(link).toHaveCount(1, { timeout: 2000 })
  }).toPass()
  const href = await link.getAttribute('href')
  const message = page.getByRole('listitem').filter({ hasText: code }).first()
  expect(await message.textContent()).not.toContain(person)
  await context.close()
  return href ?? ''
}

/** A day from now on, as a field of a form takes it. */
const dayAhead = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)

test('a person is referred in four screens by keyboard, the place answers by its link alone, and the helper learns what came of it', async ({
  page,
  plainPage,
  browser,
}) => {
  // Where no other test gives places an account. The page of a place is the first of the four screens.
  await page.goto('/lieux?lieu=Nantes&services=aide-aux-demarches-administratives')
  await page.getByText('Vous accompagnez quelqu’un ? Orienter vers un de ces lieux').click()
  const found = await page.locator('a[href^="/orientation/envoyer?lieu="]').first().getAttribute('href')
  const placeId = new URL(found ?? '', theSite().url).searchParams.get('lieu')
  await page.goto(`/lieux/${placeId}`)
  let keys = await tabTo(page, page.getByRole('link', { name: 'Vous accompagnez quelqu’un ? Orienter vers ce lieu' }))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
  await page.getByLabel('Adresse e-mail').fill(helper)
  await page.getByLabel('Mot de passe').fill(passwordOf(helper))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: /^Orienter vers/ })).toBeVisible()
  await expectNoAxeViolations(page)
  const service = page.getByRole('checkbox', { name: 'Faire une démarche en ligne' })
  keys += await tabTo(page, service)
  // The only service of a place is ticked already.
  if (!(await service.isChecked())) await page.keyboard.press('Space')
  keys += await tabTo(page, page.locator('summary', { hasText: 'Préciser son besoin' }))
  await page.keyboard.press('Enter')
  keys += await tabTo(page, page.getByLabel('Ce qu’elle veut faire'))
  await page.keyboard.type('Son numéro est le 2 85 05 78 006 084 36')
  keys += await tabTo(page, page.locator('summary', { hasText: 'Dire qui elle est' }))
  await page.keyboard.press('Enter')
  keys += await tabTo(page, page.getByLabel('Son prénom ou son nom'))
  await page.keyboard.type(person)
  keys += await tabTo(page, page.getByRole('checkbox', { name: 'La personne a été informée et elle est d’accord' }))
  await page.keyboard.press('Space')
  keys += await tabTo(page, page.getByRole('button', { name: 'Envoyer' }))
  // At one key a second, which is slow.
  expect(keys).toBeLessThan(60)
  await page.keyboard.press('Enter')

  // Nothing that was typed is lost, but the number leaves with nobody.
  await expect(page.getByRole('alert').filter({ hasText: 'numéro de sécurité sociale' })).toBeVisible()
  await expect(page.getByLabel('Son prénom ou son nom')).toHaveValue(person)
  await page.getByLabel('Ce qu’elle veut faire').fill('Refaire sa carte grise')
  await page.getByRole('button', { name: 'Envoyer' }).press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'C’est envoyé' })).toBeVisible()
  await expectNoAxeViolations(page)
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
  const sheet = await page.getByRole('link', { name: 'Imprimer sa feuille avec le code' }).getAttribute('href')
  await page.getByRole('link', { name: 'Suivre cette orientation' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Orientation ${code}` })).toBeVisible()
  const path = new URL(page.url()).pathname

  const link = await linkOf(browser, code)
  await plainPage.goto(link)
  await expect(plainPage.getByText('Refaire sa carte grise')).toHaveCount(0)
  await plainPage.getByRole('button', { name: 'Lire l’orientation' }).click()
  await expect(plainPage.getByText('Refaire sa carte grise')).toBeVisible()
  await expect(plainPage.getByText(person)).toHaveCount(0)
  await plainPage.getByRole('button', { name: 'Voir qui elle est' }).click()
  await expect(plainPage.getByText(person)).toBeVisible()
  await plainPage.goto(link)
  await plainPage.locator('summary', { hasText: 'Donner un rendez-vous' }).click()
  await plainPage.getByLabel('Le jour').fill(dayAhead(3))
  await plainPage.getByLabel('L’heure').fill('10:30')
  await plainPage.getByLabel('Qui demander, quoi apporter').fill('Demandez Mme Petit')
  await plainPage.getByRole('button', { name: 'Donner ce rendez-vous' }).click()

  await page.goto(path)
  await expect(page.getByRole('main')).toContainText('Rendez-vous fixé')
  await expect(page.getByText('Demandez Mme Petit')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.locator('summary', { hasText: 'Écrire au lieu' }).press('Enter')
  await page.getByLabel('Votre message, à propos du rendez-vous').fill('Elle aura dix minutes de retard.')
  await page.getByRole('button', { name: 'Envoyer le message' }).press('Enter')
  await expect(page.getByText('Votre message est envoyé.')).toBeVisible()

  await plainPage.goto(link)
  await expect(plainPage.getByText('Elle aura dix minutes de retard.')).toBeVisible()
  await plainPage.getByRole('button', { name: 'Elle est venue' }).click()
  await plainPage.getByRole('button', { name: 'En partie' }).click()

  await page.goto(`/orientation/suivi?code=${code.toLowerCase()}`)
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText('Aidée en partie')
  await expectNoAxeViolations(page)

  await page.goto(sheet ?? '')
  await expect(page.getByRole('article').getByText(code)).toBeVisible()
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  // The person asks what is kept, then that it go.
  await page.goto(path)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger une copie à lui donner' }).press('Enter')
  const copy = await readFile(await (await download).path(), 'utf8')
  for (const word of [code, person, 'Refaire sa carte grise', 'Demandez Mme Petit', 'Aidée en partie'])
    expect(copy).toContain(word)
  await page.locator('summary', { hasText: 'Tout effacer à sa demande' }).press('Enter')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Effacer définitivement' }).press('Enter')
  await expect(page.getByText('Il ne reste que des chiffres')).toBeVisible()
  for (const word of [person, 'carte grise', 'Mme Petit', 'dix minutes', code])
    await expect(page.getByRole('main')).not.toContainText(word)
  await plainPage.goto(link)
  await expect(plainPage.getByRole('heading', { name: 'Ce lien ne marche plus' })).toBeVisible()
})
