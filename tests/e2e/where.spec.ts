import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browser-test'

const field = (page: Page) => page.getByRole('combobox', { name: 'Votre ville' })
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const around = (page: Page) => page.getByRole('button', { name: 'Autour de moi' })
const spoken = (page: Page) => page.getByRole('status')

/** Types until the field, alive with its programme, offers something. */
async function type(page: Page, text: string) {
  await expect(async () => {
    await field(page).fill('')
    await field(page).fill(text)
    await expect(page.getByRole('option').first()).toBeVisible({ timeout: 3000 })
  }).toPass()
}

const address = {
  libelle: '12 Rue du Bourg Neuf 41000 Blois',
  adresse: '12 Rue du Bourg Neuf',
  codePostal: '41000',
  commune: 'Blois',
  codeInsee: '41018',
  precision: 'adresse',
  lat: 47.5891,
  lon: 1.3312,
}

test('a commune is chosen by keyboard alone, in a list that any reader can tell', async ({ page }) => {
  await page.goto('/')
  await type(page, 'la reunio')
  await expect(page.getByRole('group', { name: 'Communes' }).getByRole('option').first()).toHaveAccessibleName(
    /^La Réunion.*Lot-et-Garonne/,
  )
  await expect(page.getByRole('group', { name: 'Départements' }).getByRole('option')).toHaveAccessibleName(
    'La Réunion 974',
  )
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(spoken(page).filter({ hasText: /^Suggestions/ })).toHaveText(/: 2\./)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  const active = page.locator(`[id="${await field(page).getAttribute('aria-activedescendant')}"]`)
  await expect(active).toHaveAccessibleName('La Réunion 974')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(field(page)).toHaveValue('la reunio')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: '974' }).click()
  await expect(field(page)).toHaveValue('La Réunion (974)')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Lieux d’aide : La Réunion')
})

test('addresses come after the communes and never move them', async ({ page }) => {
  let answer = () => {}
  const slow = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/v1/adresses?*', async (route) => {
    await slow
    await route.fulfill({ json: [address] })
  })
  await page.goto('/')
  await type(page, '12 rue du bourg neuf blois')
  const options = page.getByRole('option')
  await expect(options).toHaveText([/^Blois/])
  await page.keyboard.press('ArrowDown')
  answer()
  await expect(options).toHaveText([/^Blois/, /^12 Rue du Bourg Neuf/])
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('group', { name: 'Adresses' }).getByRole('option').click()
  await page.getByRole('button', { name: 'Trouver un lieu' }).click()
  await expect(page).toHaveURL(/lat=47\.5891&lon=1\.3312/)
  await expect(title(page)).toHaveText('Lieux d’aide près de 12 Rue du Bourg Neuf 41000 Blois')
})

test('when addresses fail, communes alone are there, and the server guesses the town of an address', async ({
  page,
}) => {
  await page.goto('/')
  const asked = page.waitForResponse('**/api/v1/adresses?*')
  await type(page, '12 rue du bourg neuf blois')
  expect((await asked).status()).toBe(503)
  await expect(page.getByRole('option')).toHaveText([/^Blois/])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nous ne pouvons pas chercher d’adresse en ce moment')).toBeVisible()
  await expect(title(page)).toHaveText('Lieux d’aide près de Blois')
})

test('without JavaScript, names that may be several are asked about, with the filters kept', async ({ plainPage }) => {
  await plainPage.goto('/lieux?lieu=Vienne&types=france-services')
  await expect(plainPage.getByText('Vienne : une commune ou un département')).toBeVisible()
  await expect(plainPage.getByRole('link', { name: 'Vienne 38200 · Isère (38)' })).toBeVisible()
  await plainPage.getByRole('link', { name: 'Vienne, tout le département (86)' }).click()
  await expect(title(plainPage)).toHaveText('Lieux d’aide : Vienne')
  await expect(plainPage).toHaveURL(/departement=86.*types=france-services/)
  await plainPage.getByText('Changer de ville').click()
  await field(plainPage).fill('Poitiers')
  await plainPage.getByRole('button', { name: 'Trouver un lieu' }).click()
  await expect(plainPage).toHaveURL(/\/lieux\?types=france-services&lieu=Poitiers$/)
})

test('without JavaScript, what people write is understood', async ({ plainPage }) => {
  for (const [text, heading] of [
    ['blois loir et cher', 'Lieux d’aide près de Blois'],
    ['paris 20', 'Lieux d’aide près de Paris 20e Arrondissement'],
    ['41', 'Lieux d’aide : Loir-et-Cher'],
    ['12 rue du Bourg-Neuf 41000 Blois', 'Lieux d’aide près de Blois'],
  ] as const) {
    await plainPage.goto(`/lieux?lieu=${encodeURIComponent(text)}`)
    await expect(title(plainPage), text).toHaveText(heading)
  }
  await plainPage.goto('/lieux?lieu=Lomme')
  await expect(plainPage.getByText('Lomme fait aujourd’hui partie de Lille')).toBeVisible()
})

test('the position of the device leads to the places around, rounded, and keeps the filters', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 47.586123456, longitude: 1.336123456, accuracy: 20 })
  await page.goto('/lieux?types=france-services')
  await around(page).first().click()
  await expect(page).toHaveURL(/lat=47\.5861&lon=1\.3361/)
  await expect(page).toHaveURL(/types=france-services/)
})

test('a position that is refused, vague or abroad is said aloud, and the form still serves', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await expect(async () => {
    await around(page).click()
    await expect(spoken(page).filter({ hasText: 'ne nous donne pas votre position' })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 51.507, longitude: -0.128, accuracy: 20 })
  await around(page).click()
  await expect(spoken(page).filter({ hasText: 'hors de France' })).toBeVisible()
  await context.setGeolocation({ latitude: 47.586, longitude: 1.336, accuracy: 12_000 })
  await around(page).click()
  await expect(spoken(page).filter({ hasText: 'très approximative : à 12 km près' })).toBeVisible()
  await expectNoAxeViolations(page)
  await expect(page.getByRole('link', { name: 'Voir quand même' })).toHaveAttribute('href', /lat=47\.5860&lon=1\.3360/)
  await field(page).fill('Blois')
  await page.getByRole('button', { name: 'Trouver un lieu' }).click()
  await expect(title(page)).toHaveText('Lieux d’aide près de Blois')
})

test('in Arabic the list opens under the field, names in French, at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/ar')
  await expect(async () => {
    await page.getByRole('combobox').first().fill('')
    await page.getByRole('combobox').first().fill('saint-denis')
    await expect(page.getByRole('option').first()).toBeVisible({ timeout: 3000 })
  }).toPass()
  const option = page.getByRole('option').first()
  await expect(option.locator('[lang=fr]').first()).toHaveText('Saint-Denis')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectNoAxeViolations(page)
})
