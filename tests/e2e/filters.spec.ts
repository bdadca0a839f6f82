import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

const results = (page: Page) => page.getByRole('article')
const results20 = 20

/** The number in a text such as "12 lieux à moins de 20 km" or "Gratuit (12)". */
async function numberIn(text: Promise<string | null>): Promise<number> {
  const [number = ''] = /[\d\s]*\d/.exec((await text) ?? '') ?? []
  return Number(number.replace(/\s/g, ''))
}

test('the count beside a value is what the list then tells, and the panel serves everyone', async ({ page }) => {
  await page.goto('/lieux?lieu=Tours')
  await page.getByText('Filtrer', { exact: true }).click()
  await page.getByText('Pour qui').first().click()
  await expectNoAxeViolations(page)
  const box = page.getByRole('group', { name: 'Pour qui' }).getByRole('listitem').filter({ hasText: 'Personnes âgées' })
  const count = await numberIn(box.textContent())
  expect(count).toBeGreaterThan(1)
  await box.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page).toHaveURL(/publics=seniors/)
  await expect(page.getByText(`${count} lieux à moins de`)).toBeVisible()
  await expect(results(page).first()).toContainText('Personnes âgées')
})

test('without JavaScript too, a choice that blocks is named, and giving it up brings as many places as told', async ({
  plainPage: page,
  page: scriptedPage,
}) => {
  const nothing = '/lieux?departement=41&frais=gratuit&q=zzzzzz'
  await scriptedPage.goto(nothing)
  await expectNoAxeViolations(scriptedPage)
  await page.goto(nothing)
  await expect(page.getByText('Aucun lieu ne répond à tout cela')).toBeVisible()
  const way = page.getByRole('link', { name: /^Sans « zzzzzz »/ })
  const count = await numberIn(way.textContent())
  await way.click()
  await expect(page.getByText(`${count} lieux trouvés`)).toBeVisible()
  await expect(results(page)).toHaveCount(Math.min(count, results20))
})

test('places beyond a reasonable trip are apart, on the next pages too', async ({ page }) => {
  await page.goto('/lieux?lieu=Blois&types=fabrique')
  const apart = page.getByRole('heading', { name: /^Plus loin, à plus de \d+ km$/ })
  await expect(apart).toBeVisible()
  await expect(page.getByText(/à moins de \d+\skm,\s\d+\splus loin/)).toBeVisible()
  await page.goto('/lieux?lieu=Blois&page=20')
  await expect(apart).toBeVisible()
})

test('what is set can be cleared with one touch, and where one is stays', async ({ page }) => {
  await page.goto('/lieux?lieu=Blois&frais=gratuit&publics=seniors')
  await page.getByRole('link', { name: 'Tout effacer' }).click()
  await expect(page).toHaveURL(/\/lieux\?lieu=Blois$/)
})
