import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

const result = { level: 1, name: 'Ce que nous proposons' } as const

test('a need is understood together by keyboard, explained, with places, and no address holds an answer', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/orientation')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Commencer l’évaluation' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Faire le point ensemble' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Un papier à faire' }).press('Space')
  await page.getByRole('radio', { name: 'Cette semaine' }).press('Space')
  await page.getByRole('checkbox', { name: 'Elle lit ou écrit difficilement' }).press('Space')
  await page.getByRole('textbox', { name: 'Sa commune' }).fill('Blois')
  await expectNoAxeViolations(page)
  await page.getByRole('textbox', { name: 'Sa commune' }).press('Enter')

  await expect(page.getByRole('heading', result)).toBeFocused()
  await expect(page.getByRole('heading', { name: 'À faire avec elle, ou pour elle' })).toBeVisible()
  await expect(page.getByText('Une date limite approche').first()).toBeVisible()
  await expect(page.getByText(/Aidants Connect.: un professionnel habilité/)).toBeVisible()
  await expect(page.getByRole('heading', { name: /Des lieux près de Blois/ })).toBeVisible()
  await expect(page.getByRole('table')).toContainText('Protection')
  await expectNoAxeViolations(page)
  expect(await page.getByRole('link', { name: 'Voir tous les lieux' }).getAttribute('href')).not.toMatch(
    /prise_en_charge/,
  )

  await page.getByRole('button', { name: 'Changer des réponses' }).press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Elle lit ou écrit difficilement' })).toBeChecked()
  expect(asked.filter((url) => /lire|illet|Blois/i.test(url))).toEqual([])
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toMatch(/lire|Blois/)
})

test('without JavaScript what is missing is said, nothing is lost, and no cache keeps the answer', async ({
  plainPage: page,
}) => {
  await page.goto('/orientation/evaluation')
  await page.getByRole('checkbox', { name: 'Elle entend mal' }).check()
  await page.getByRole('textbox', { name: 'Sa commune' }).fill('Saint-Denis')
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Voir ce que nous proposons' }).click()
  expect((await answer).headers()['cache-control']).toContain('no-store')
  await expect(page.getByRole('alert')).toContainText('Cochez au moins un besoin')
  await expect(page.getByRole('checkbox', { name: 'Elle entend mal' })).toBeChecked()
  await page.getByRole('checkbox', { name: 'Trouver du travail' }).check()
  await page.getByRole('button', { name: 'Voir ce que nous proposons' }).click()
  await expect(page.getByRole('alert')).toContainText('Saint-Denis (93)')
  await page.getByRole('textbox', { name: 'Sa commune' }).fill('')
  await page.getByRole('button', { name: 'Voir ce que nous proposons' }).click()
  await expect(page.getByRole('heading', result)).toBeVisible()
  await expect(page).toHaveURL('/orientation/evaluation')
})

test('a few signs seen at a counter are enough to propose somebody', async ({ plainPage: page }) => {
  await page.goto('/orientation/reperer')
  await page.getByRole('checkbox', { name: /Elle tend son téléphone/ }).check()
  await page.getByRole('button', { name: 'Voir ce que nous proposons' }).click()
  await expect(page.getByText('Un aidant habilité le fait pour elle')).toBeVisible()
})
