import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

test('the site says that it is well', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(await response.json()).toEqual({ status: 'ok' })
})

test('home asks where one is, and has no accessibility fault', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoAxeViolations(page)
})

test('home asks where one is without JavaScript', async ({ plainPage }) => {
  await plainPage.goto('/')
  await expect(plainPage.getByRole('heading', { level: 1 })).toBeVisible()
})
