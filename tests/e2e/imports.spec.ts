import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '../support/browser-test'
import { press, write } from '../support/keyboard'
import { expect, test, uniqueName } from '../support/signed-in-test'

/**
 * A table as a spreadsheet of a hub writes it: its own titles, one place that stands nowhere. Another word in common
 * with the names of other tests, and its places may be theirs.
 */
function table(name: string): Buffer {
  const rows = [
    ['Structure', 'Rue', 'CP', 'Ville', 'Lat', 'Long', 'Tél'],
    [name, '2 place Jean Jaurès', '41000', 'Blois', '47.5861', '1.3359', '02 61 91 00 01'],
    [`${name} bis`, '8 rue du Bourg Neuf', '41000', 'Blois', '', '', ''],
    ['', '1 rue X', '41000', 'Blois', '', '', ''],
  ]
  return Buffer.from(rows.map((row) => row.join(';')).join('\n'))
}

test('a coordinator sends a file, says what its columns are, decides, imports and undoes', async ({
  coordination: page,
}) => {
  test.slow()
  const name = uniqueName('Lieu')
  await page.goto('/coordination/imports')
  await page.getByRole('link', { name: 'Importer un fichier' }).click()
  await expectNoAxeViolations(page)
  await page
    .getByLabel(/Nom de la nouvelle source|D’où vient ce fichier/)
    .last()
    .fill(uniqueName('Recensement'))
  await page.getByLabel('Le fichier').setInputFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer: table(name) })
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()

  await expect(page.getByRole('heading', { name: 'Que disent les colonnes' })).toBeVisible()
  await expectNoAxeViolations(page)
  const telephone = page.getByRole('combobox', { name: 'Tél' })
  await expect(telephone).toHaveValue('telephone')
  await page.getByLabel('Service proposé').selectOption('Insertion professionnelle via le numérique')
  await page.getByRole('button', { name: 'Lire les lignes' }).click()

  await expect(page.getByRole('heading', { name: 'Ce qui sera fait' })).toBeVisible()
  await expect(page.getByText('1 lieu ajouté')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: /Doutes/ }).click()
  await expect(page).toHaveURL(/type=doutes/)
  await page.getByRole('button', { name: `Prendre – ${name} bis` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 lieux ajoutés')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Importer', exact: true }).click()

  await expect(page.getByText('L’import est fait')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Annuler tout l’import' }).click()
  await expect(page.getByText('L’import est annulé')).toBeVisible()
})

test('a file is sent and imported by the keyboard alone', async ({ coordination: page }) => {
  await importByKeyboard(page, uniqueName('Clavier'))
})

// Two background jobs more: beyond the ten minutes of `npm test`.
if (process.env.EVERY_WIDTH)
  test('the source of a file is read again by its address, by the keyboard alone', async ({ coordination: page }) => {
    test.slow()
    const source = uniqueName('Clavier')
    await importByKeyboard(page, source)
    await page.goto('/coordination/imports/sources')
    await press(page, page.locator('li', { hasText: source }).locator('summary'), 'Enter')
    const form = page.getByRole('form', { name: source })
    await write(page, form.getByLabel('Adresse du fichier'), 'lieux.csv')
    await press(page, form.getByRole('button', { name: 'Relire à ce rythme' }), 'Enter')
    await expect(form.getByText('Écrivez une adresse qui commence par').first()).toBeVisible({ timeout: 30_000 })
    await expectNoAxeViolations(page)
    await write(page, form.getByLabel('Adresse du fichier'), 'https://example.org/lieux.csv')
    await press(page, form.getByRole('button', { name: 'Relire à ce rythme' }), 'Enter')
    // Kept before anything is asked of that address: its first reading is a job, and fails where no network is
    await expect(page.getByText('La source sera relue à ce rythme.')).toBeVisible({ timeout: 30_000 })
    await press(page, page.locator('li', { hasText: source }).locator('summary'), 'Enter')
    await press(page, page.getByRole('form', { name: source }).getByRole('button', { name: 'Arrêter' }), 'Enter')
    await expect(page.getByText('La source n’est plus relue.')).toBeVisible({ timeout: 30_000 })
    await expectNoAxeViolations(page)
  })

/** From a file to its places, under the name of a new source. */
async function importByKeyboard(page: Page, source: string): Promise<void> {
  const buffer = table(uniqueName('Lieu'))
  await page.goto('/coordination/imports/nouveau')
  await write(page, page.getByLabel(/Nom de la nouvelle source|D’où vient ce fichier/).last(), source)
  // The window where a file is chosen is the system's own
  await page.getByLabel('Le fichier').setInputFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer })
  await press(page, page.getByRole('button', { name: 'Envoyer le fichier' }), 'Enter')
  await press(page, page.getByRole('button', { name: 'Lire les lignes' }), 'Enter')
  await press(page, page.getByRole('button', { name: 'Importer', exact: true }), 'Enter')
  await expect(page.getByText('L’import est fait')).toBeVisible({ timeout: 30_000 })
}

test('the values of a column are told what they mean, without scripts', async ({ plainCoordination: page }) => {
  test.slow()
  await page.goto('/coordination/imports/nouveau')
  await page
    .getByLabel(/Nom de la nouvelle source|D’où vient ce fichier/)
    .last()
    .fill(uniqueName('Valeurs'))
  const rows = ['Structure;Rue;CP;Ville;Services', `${uniqueName('Lieu')};1 rue X;41000;Blois;Coup de main`]
  const buffer = Buffer.from(rows.join('\n'))
  await page.getByLabel('Le fichier').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
  await expect(page.getByRole('combobox', { name: 'Services' })).toHaveValue('services')
  await page.getByRole('combobox', { name: 'Coup de main' }).selectOption('Aide aux démarches administratives')
  await page.getByRole('button', { name: 'Voir les valeurs' }).click()
  await page.getByText(': 1 valeur').click()
  await expect(page.getByRole('combobox', { name: 'Coup de main' })).toHaveValue('Aide aux démarches administratives')
  await page.getByRole('button', { name: 'Lire les lignes' }).click()
  await expect(page.getByRole('heading', { name: 'Ce qui sera fait' })).toBeVisible()
})

test('a file that is no table is refused with a sentence, without scripts', async ({ plainCoordination: page }) => {
  await page.goto('/coordination/imports/nouveau')
  await page.getByLabel('Le fichier').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') })
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
  await expect(page.getByRole('alert')).toContainText('Dites d’où vient ce fichier.')
  await page
    .getByLabel(/Nom de la nouvelle source|D’où vient ce fichier/)
    .last()
    .fill(uniqueName('Essais'))
  const large = Buffer.alloc(10_200_000, 'a;b\n')
  await page.getByLabel('Le fichier').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: large })
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
  await expect(page.getByRole('alert')).toContainText('Ce fichier dépasse 10 Mo.')
  await page
    .getByLabel(/Nom de la nouvelle source|D’où vient ce fichier/)
    .last()
    .fill(uniqueName('Essais'))
  const pdf = Buffer.from('%PDF-1.7 …')
  await page.getByLabel('Le fichier').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: pdf })
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
  // The page asks again by itself
  await expect(page.getByText('Ce fichier est un PDF.')).toBeVisible()
  await page.getByRole('button', { name: 'Abandonner cet import' }).click()
  await expect(page.getByText('L’import est abandonné.')).toBeVisible()
})
