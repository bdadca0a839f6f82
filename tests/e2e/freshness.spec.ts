import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { expect, fillSignIn, test } from '@/tests/support/signed-in-test'

test.slow()

/** The links of two messages that ask whether a listing is true, as an administrator reads them where no mail is sent. */
async function linksOfMessages(page: Page): Promise<string[]> {
  await page.goto('/coordination/confirmations')
  await fillSignIn(page, 'administration@example.org')
  await page.getByText('Délais', { exact: true }).click()
  await page.getByRole('button', { name: 'Envoyer maintenant les messages du jour' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Les messages du jour partent.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto('/coordination/courrier')
  const messages = page.getByRole('listitem').filter({ hasText: 'vos informations sont-elles justes' })
  await expect(async () => {
    await page.reload()
    expect(await messages.count()).toBeGreaterThan(1)
  }).toPass({ timeout: 30_000 })
  const links = messages.locator('a[href*="/confirmer/"]')
  return [await links.nth(0).getAttribute('href'), await links.nth(1).getAttribute('href')].map((link) => link ?? '')
}

test('a structure confirms its listing in one touch, another one says what changed, and the coordinator takes it', async ({
  page,
  plainPage,
}) => {
  const [confirmed = '', changed = ''] = await linksOfMessages(page)

  // Without an account nor scripts; opening the link, as mail scanners do, confirms nothing.
  await plainPage.goto(confirmed)
  await plainPage.goto(confirmed)
  await plainPage.getByRole('button', { name: 'Tout est juste' }).click()
  await expect(plainPage.getByText('est confirmée. Les habitants voient la date d’aujourd’hui.')).toBeVisible()
  await plainPage.goto(`${confirmed}x`)
  await expect(plainPage.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne marche plus')

  const answer = await page.goto(changed)
  expect(answer?.headers()).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
  const name = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
  await page.getByText('Proposer des changements').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Téléphone').fill('02 61')
  await page.getByLabel('Autre chose à nous dire').fill('Nous fermons en août.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’est envoyé' })).toBeFocused()
  await expect(page.getByLabel('Autre chose à nous dire')).toHaveValue('Nous fermons en août.')
  await expectNoAxeViolations(page)
  await page.getByLabel('Téléphone').fill('02 61 91 00 99')
  await page.getByRole('button', { name: 'Envoyer ces changements' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merci !')

  await page.goto('/coordination/signalements?de=structure')
  const proposal = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Nous fermons en août.' })
  await expect(proposal.getByRole('checkbox', { name: 'Téléphone' })).toBeChecked()
  await expectNoAxeViolations(page)
  await proposal.getByLabel('Votre réponse').fill('Merci, c’est noté.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('C’est fait.')).toBeVisible()
  await expect(proposal).toHaveCount(0)
})
