import { addPlace, expect, openSection, saveSection, test, uniqueName } from '@/tests/support/signed-in-test'

test('a coordinator’s change shows on the very next request', async ({ coordination: page }) => {
  const name = uniqueName('Gardé')
  await addPlace(page, name)
  await page.getByRole('button', { name: 'Publier le lieu' }).click()
  await expect(page.getByText('Le lieu est publié')).toBeVisible()
  const path = `/lieux/${new URL(page.url()).pathname.split('/').at(-1)}`
  let etag = ''
  // Another test may change a place or a commune that the page shows: it is then made anew once.
  await expect(async () => {
    const first = await page.request.get(path)
    etag = String(first.headers().etag)
    expect(await first.text()).toContain(name)
    expect((await page.request.get(path, { headers: { 'if-none-match': etag } })).status()).toBe(304)
  }).toPass()

  const place = page.url()
  await openSection(page, 'Le lieu')
  await page.getByLabel('Nom du lieu').fill(`${name}, renommé`)
  await saveSection(page)
  const second = await page.request.get(path, { headers: { 'if-none-match': etag } })
  expect(second.status()).toBe(200)
  expect(await second.text()).toContain(`${name}, renommé`)

  await page.goto(place)
  await page.getByRole('button', { name: 'Archiver le lieu' }).click()
  await expect(page.getByText('Le lieu est archivé')).toBeVisible()
  expect((await page.request.get(path)).status()).toBe(404)
})
