import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

test('a place says if it is open, how to call and how to go there', async ({ page }) => {
  await page.goto('/lieux?lieu=Blois&types=france-services')
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect(page.getByText(/^(Ouvert|Ferm|Horaires à vérifier|Sur rendez-vous)/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Appeler/ })).toHaveAttribute('href', /^tel:\+/)
  await page.getByRole('link', { name: 'Y aller' }).click()
  await expect(page.getByRole('heading', { name: 'Comment y aller' })).toBeInViewport()
  for (const way of ['À pied : OpenStreetMap', 'En bus ou en train : Google Maps', 'En voiture : Plans (Apple)']) {
    await expect(page.getByRole('link', { name: way })).toHaveAttribute('href', /^https:.*47/)
  }
  await expect(page.getByRole('heading', { name: 'On vous aide à' })).toBeVisible()
})

test('a place is told whole without JavaScript: mail, sharing, paper, and data for search engines', async ({
  page,
  plainPage,
}) => {
  const violations: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && violations.push(message.text()))
  await plainPage.goto('/lieux?lieu=Blois&types=france-services')
  await plainPage.getByRole('article').first().getByRole('link').first().click()
  const path = new URL(plainPage.url()).pathname
  expect(await plainPage.content()).not.toMatch(/[\w.]@[\w-]+\.[a-z]/)
  await expect(plainPage.getByRole('link', { name: 'Envoyer par SMS' })).toHaveAttribute('href', /^sms:.*adp-/)
  await expect(plainPage.getByText(/^(Vérifié le|Fiche datée du)/)).toBeVisible()
  await plainPage.goto(`${path}/ecrire`)
  await expect(plainPage.getByRole('heading', { level: 1 })).toHaveText('Écrire à ce lieu')
  await plainPage.goto(`${path}/fiche`)
  await expect(plainPage.getByRole('img', { name: /^Code à photographier/ })).toBeVisible()

  await page.goto(path)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '')
  expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'GovernmentOffice' })
  await expectNoAxeViolations(page)
  expect(violations).toEqual([])
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
  const absent = [
    '/lieux/adp-999999999',
    '/lieux/adp-999999999/fiche',
    '/lieux/adp-999999999/signaler',
    '/lieux/a%00b',
    '/lieux/a%ZZb',
    '/lieux/%FF',
    '/hubs/nope',
    '/nulle-part',
  ]
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
