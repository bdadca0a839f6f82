import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

test('who does not know what to ask is led to an open place and a person, without JavaScript', async ({
  plainPage: page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Je ne sais pas ce qu’il me faut/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Qu’est-ce qui vous amène' })).toBeVisible()
  await page.getByRole('link', { name: 'Un papier à faire' }).click()
  await expect(page.getByText(/Question 2 sur/)).toBeVisible()
  await page.getByRole('link', { name: 'C’est urgent' }).click()
  await page.getByRole('link', { name: 'Je ne sais pas' }).click()
  await page.getByRole('link', { name: /gratuit/ }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Voici ce que nous avons compris' })).toBeVisible()
  await expect(page.getByText('un lieu ouvert maintenant, avec une personne pour vous')).toBeVisible()
  await page.getByRole('link', { name: /Changer : un lieu gratuit/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pouvez-vous payer' })).toBeVisible()
  await page.getByRole('link', { name: 'Revenir à la question d’avant' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /attention particulière/ })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Oui, un peu' }).click()

  await page.getByRole('combobox', { name: 'Votre ville' }).fill('Blois')
  await page.getByRole('button', { name: 'Trouver un lieu' }).click()
  await expect(page).toHaveURL(/lieu=Blois/)
  const { searchParams } = new URL(page.url())
  expect(searchParams.get('services')).toBe('aide-aux-demarches-administratives')
  expect(searchParams.get('modalites_accompagnement')).toBe('accompagnement-individuel')
  expect(searchParams.get('ouvert')).toBe('maintenant')
})

test('the guide reads itself aloud where the device can, and has no accessibility fault', async ({ page }) => {
  await page.addInitScript(() => {
    const spoken: string[] = []
    Object.assign(window, { spoken })
    window.speechSynthesis.speak = (speech) => void spoken.push(`${speech.lang}: ${speech.text}`)
  })
  await page.goto('/besoins?besoin=probleme')
  await page.getByRole('button', { name: 'Écouter cette page' }).click()
  await expect(page.getByRole('button', { name: 'Arrêter la lecture' })).toBeVisible()
  const [said] = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  expect(said).toMatch(/^fr: Quel est le problème.*Un mot de passe oublié.*Je ne sais pas/)
  await expectNoAxeViolations(page)
  await page.goto('/besoins?besoin=papiers&quand=aujourdhui&aide=lire&prix=gratuit')
  await expectNoAxeViolations(page)
})

test('an answer that does not exist is asked again', async ({ page }) => {
  await page.goto('/besoins?besoin=fusée&quand=aujourdhui')
  await expect(page.getByRole('heading', { level: 1, name: 'Qu’est-ce qui vous amène' })).toBeVisible()
})
