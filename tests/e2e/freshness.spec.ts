import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { expect, fillSignIn, test } from '@/tests/support/signed-in-test'

test.slow()

/** The links of messages that ask whether a listing is true, as an administrator reads them where no mail is sent. */
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
  }).toPass()
  return messages
    .locator('a[href*="/confirmer/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

/** Opens the first link that nobody has answered yet: tests share the messages. */
async function openOne(page: Page, links: readonly string[]): Promise<string> {
  for (const link of links) {
    const answer = await page.goto(link)
    expect(answer?.headers()).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
    if ((await page.getByRole('button', { name: 'Tout est juste' }).count()) > 0) return link
  }
  throw new Error('Every link was answered.')
}

test('a structure confirms its listing in one touch, another one says what changed, and the coordinator takes it', async ({
  page,
  plainPage,
}) => {
  const links = await linksOfMessages(page)

  // Without an account nor scripts; opening the link, as mail scanners do, confirms nothing.
  const confirmed = await openOne(plainPage, links)
  await plainPage.goto(confirmed)
  await plainPage.getByRole('button', { name: 'Tout est juste' }).click()
  await expect(plainPage.getByText('est confirmée. Les habitants voient la date d’aujourd’hui.')).toBeVisible()
  await plainPage.goto(`${confirmed}x`)
  await expect(plainPage.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne marche plus')

  await openOne(page, links)
  const name = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
  await page.locator('summary', { hasText: 'Proposer des changements' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Téléphone', { exact: true }).fill('02 61')
  await page.getByLabel('Autre chose à nous dire').fill('Nous fermons en août.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’est envoyé' })).toBeFocused()
  await expect(page.getByLabel('Autre chose à nous dire')).toHaveValue('Nous fermons en août.')
  await expectNoAxeViolations(page)
  await page.getByLabel('Téléphone', { exact: true }).fill('02 61 91 00 99')
  await page.getByRole('button', { name: 'Envoyer ces changements' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merci !')

  await page.goto('/coordination/signalements?de=structure')
  const proposal = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Nous fermons en août.' })
  await expect(proposal.getByRole('checkbox', { name: 'Téléphone', exact: true })).toBeChecked()
  await expectNoAxeViolations(page)
  await proposal.getByLabel('Votre réponse').fill('Merci, c’est noté.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('C’est fait.')).toBeVisible()
  await expect(proposal).toHaveCount(0)
})
