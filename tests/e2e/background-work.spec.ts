import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { expect, fillSignIn, test } from '@/tests/support/signed-in-test'

const sweep = 'Chercher les doublons maintenant'
const told = /^Dernière fois\s: le .+ lieux, /

test('a search for doubles is asked for with the keyboard, and says by itself what it found', async ({
  coordination: page,
}) => {
  await page.goto('/coordination/doublons')
  await page.getByRole('button', { name: sweep }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(told)).toBeVisible()
  await expectNoAxeViolations(page)
})

test('without scripts, a link says how far it is', async ({ plainCoordination: page }) => {
  await page.goto('/coordination/doublons')
  await page.getByRole('button', { name: sweep }).click()
  await expect(async () => {
    const link = page.getByRole('link', { name: 'Voir où elle en est' })
    if (await link.isVisible()) await link.click()
    await expect(page.getByText(told)).toBeVisible({ timeout: 1000 })
  }).toPass()
})

test('an administrator reads the mail that no server sends; a coordinator does not', async ({ page, coordination }) => {
  await coordination.goto('/coordination/courrier')
  await expect(coordination.getByText('Seule l’administration nationale peut voir le courrier.')).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/coordination/courrier')
  await fillSignIn(page, 'administration@example.org')
  await expect(page.getByRole('heading', { level: 1, name: 'Courrier' })).toBeVisible()
  await expect(page.getByText(/messages? attend|Aucun message n’attend/)).toBeVisible()
  await expectNoAxeViolations(page)
})
