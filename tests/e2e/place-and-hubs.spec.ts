import { expect, test } from '@/tests/support/browser-test'

test('a place says if it is open, how to call and how to go there', async ({ page }) => {
  await page.goto('/lieux?lieu=Blois&types=france-services')
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect(page.getByText(/^(Ouvert|Ferm|Horaires à vérifier|Sur rendez-vous)/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Appeler/ })).toHaveAttribute('href', /^tel:\+/)
  await page.getByRole('link', { name: 'Y aller' }).click()
  await expect(page.getByRole('heading', { name: 'Comment y aller' })).toBeInViewport()
  await expect(page.getByRole('link', { name: 'Itinéraire avec OpenStreetMap' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'On vous aide à' })).toBeVisible()
})

test('calling and going stay within the thumb’s reach on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/lieux?lieu=Blois&types=france-services')
  await page.getByRole('article').first().getByRole('link').first().click()
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  await expect(page.getByRole('link', { name: 'Y aller' })).toBeInViewport()
})

test('an approximate position is told', async ({ page }) => {
  await page.goto('/lieux?commune=41018&types=fabrique')
  await page.getByRole('link', { name: 'Maison de Bégon' }).click()
  await expect(page.getByText('le point sur la carte est approximatif')).toBeVisible()
})

test('what does not exist is answered by 404 and a way on, with and without JavaScript', async ({
  page,
  plainPage,
}) => {
  const absent = ['/lieux/adp-999999999', '/lieux/a%00b', '/lieux/a%ZZb', '/lieux/%FF', '/hubs/nope', '/nulle-part']
  for (const visitor of [page, plainPage]) {
    for (const path of absent) {
      const response = await visitor.goto(path)
      expect(response?.status(), path).toBe(404)
      await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
    }
  }
})

test('each hub has its départements, its contact and its places', async ({ page }) => {
  await page.goto('/hubs')
  await page.getByRole('listitem').filter({ hasText: 'Loir-et-Cher' }).getByRole('link').first().click()
  await expect(page.getByRole('link', { name: 'Loir-et-Cher' })).toHaveAttribute('href', '/lieux?departement=41')
  await page.getByRole('link', { name: /^Voir tous ses lieux/ }).click()
  await expect(page).toHaveURL(/departement=41/)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('demonstration data are announced', async ({ page }) => {
  for (const path of ['/', '/lieux', '/hubs', '/a-propos']) {
    await page.goto(path)
    await expect(page.getByText('Données de démonstration.')).toBeVisible()
  }
})
