import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser-test'

const results = (page: Page) => page.getByRole('article')
const title = (page: Page) => page.getByRole('heading', { level: 1 })

async function distances(page: Page): Promise<number[]> {
  const texts = await results(page)
    .getByText(/^à (environ )?[\d,\s]+ k?m$/)
    .allTextContents()
  return texts.map((text) => {
    const [, value = '', unit] = /^à (?:environ )?([\d,]+)\s(k?m)$/.exec(text) ?? []
    return Number(value.replace(',', '.')) * (unit === 'km' ? 1000 : 1)
  })
}

/** Metres; how much the band of a distance and the rounding of what is shown ("à environ 1 km") may hide. */
const band = (metres: number) => (metres <= 5_000 ? 800 : metres <= 10_000 ? 1_100 : 5_500)

test('the nearest places come first, with what is needed to choose and to call', async ({ page }) => {
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Votre ville' })
  await field.fill('Blois')
  // The suggestions may lie over the button: the field sends the form too.
  await field.press('Enter')
  await expect(title(page)).toHaveText('Lieux d’aide près de Blois')
  const shown = await distances(page)
  expect(shown).toHaveLength(20)
  // Within a band of distance, an open place may come before a nearer one.
  shown.forEach((metres, index) => {
    expect(metres).toBeGreaterThanOrEqual((shown[index - 1] ?? 0) - band(metres))
  })
  await expect(
    results(page)
      .getByRole('link', { name: /^Appeler le 0/ })
      .first(),
  ).toHaveAttribute('href', /^tel:\+/)
})

test('a need is one touch, and is told with the places', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Votre ville' }).fill('41000')
  await page.getByRole('button', { name: 'Me protéger des arnaques' }).click()
  await expect(page).toHaveURL(/services=utilisation-securisee-du-numerique/)
  await expect(page.getByRole('link', { name: 'Retirer : Me protéger des arnaques' })).toBeVisible()
  for (const article of await results(page).all()) await expect(article).toContainText('Me protéger des arnaques')
})

test('filters live in the address, and each can be taken away', async ({ page }) => {
  await page.goto('/lieux?lieu=Blois')
  await page.getByText('Filtrer').click()
  await page.getByText('Type de lieu').first().click()
  await page.getByRole('group', { name: 'Type de lieu' }).getByLabel('Fabrique de territoire').check()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page).toHaveURL(/\/lieux\?lieu=Blois&(jour=&heure=&)?types=fabrique$/)
  await expect(results(page).first()).toContainText('Maison de Bégon')
  await page.getByRole('link', { name: 'Retirer : Fabrique de territoire' }).click()
  await expect(page).toHaveURL(/\/lieux\?lieu=Blois$/)
})

test('all of it works by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Votre ville' })).toBeFocused()
  await page.keyboard.type('saint-denis')
  const option = page.getByRole('option', { name: 'Saint-Denis Seine-Saint-Denis' })
  await expect(option).toBeVisible()
  while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Votre ville' })).toHaveValue('Saint-Denis (93)')
  await expect(page.getByRole('listbox')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Lieux d’aide près de Saint-Denis (93)')
  await expect(page).toHaveURL(/lat=48\./)
})

test('without JavaScript the same forms answer', async ({ plainPage: page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Autour de moi' })).toBeHidden()
  await page.getByRole('combobox', { name: 'Votre ville' }).fill('blois 41')
  await page.getByRole('button', { name: 'Faire une démarche en ligne' }).click()
  await expect(title(page)).toHaveText('Lieux d’aide près de Blois')
  await page.getByText('Filtrer').click()
  await page.getByText('Type de lieu').first().click()
  await page.getByRole('group', { name: 'Type de lieu' }).getByLabel('France Services').check()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page).toHaveURL(
    /lieu=blois\+41&(jour=&heure=&)?services=aide-aux-demarches-administratives&types=france-services/,
  )
  await page.getByRole('link', { name: 'Page suivante' }).click()
  await expect(page).toHaveURL(/page=2$/)
  await results(page).first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'On vous aide à' })).toBeVisible()
})

test('homonyms are asked about, and the filters are kept', async ({ page }) => {
  await page.goto('/lieux?lieu=Saint-Denis&types=france-services')
  await expect(page.getByText('Plusieurs communes s’appellent Saint-Denis')).toBeVisible()
  await page.getByRole('link', { name: 'Saint-Denis Seine-Saint-Denis (93)' }).click()
  await expect(title(page)).toHaveText('Lieux d’aide près de Saint-Denis (93)')
  await expect(page).toHaveURL(/types=france-services/)
})

test('a place that nobody knows is said, and nothing typed is lost', async ({ page }) => {
  await page.goto('/lieux?lieu=Xyzzyville&frais=gratuit')
  await expect(page.getByText('Nous ne trouvons pas « Xyzzyville »')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Votre ville' })).toHaveValue('Xyzzyville')
  await expect(page.getByRole('link', { name: 'Retirer : Gratuit' })).toBeVisible()
})

test('a value that is not known is reported, and the rest applies', async ({ page }) => {
  await page.goto('/lieux?lieu=Blois&types=fabrique&types=chateau&couleur=bleu')
  await expect(page.getByText('« chateau » (types)')).toBeVisible()
  await expect(page.getByText('« bleu » (couleur)')).toBeVisible()
  for (const article of await results(page).all()) await expect(article).toContainText('Fabrique de territoire')
})

test('the position of the device gives the places around', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 47.586, longitude: 1.336, accuracy: 20 })
  await page.goto('/')
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await expect(page).toHaveURL(/\/lieux\?lat=47\.5860&lon=1\.3360$/)
  await expect(title(page)).toHaveText('Lieux d’aide près de vous')
})

test('a position that is refused or vague is said clearly', async ({ page, context }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await expect(page.getByText('Votre appareil ne nous donne pas votre position')).toBeVisible()
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 47.586, longitude: 1.336, accuracy: 12_000 })
  await page.getByRole('button', { name: 'Autour de moi' }).click()
  await expect(page.getByText('Votre position est très approximative : à 12 km près')).toBeVisible()
})
