import { expectNoAxeViolations } from '../support/browser-test'
import { expect, test, uniqueName } from '../support/signed-in-test'

/** A table as a spreadsheet of a hub writes it: its own titles, one place that stands nowhere. */
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
  const name = uniqueName('Lieu importé')
  await page.goto('/coordination/imports')
  await page.getByRole('link', { name: 'Importer un fichier' }).click()
  await expectNoAxeViolations(page)
  await page
    .getByLabel(/Nom de la nouvelle source|D’où vient ce fichier/)
    .last()
    .fill(uniqueName('Recensement'))
  await page.getByLabel('Le fichier').setInputFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer: table(name) })
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()

  await expect(page.getByRole('heading', { name: 'Que disent les colonnes' })).toBeVisible({ timeout: 30_000 })
  await expectNoAxeViolations(page)
  const telephone = page.getByRole('combobox', { name: 'Tél' })
  await expect(telephone).toHaveValue('telephone')
  await page.getByLabel('Service proposé').selectOption('Insertion professionnelle via le numérique')
  await page.getByRole('button', { name: 'Lire les lignes' }).click()

  await expect(page.getByRole('heading', { name: 'Ce qui sera fait' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('1 lieu ajouté')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: /Doutes/ }).click()
  await page.getByRole('button', { name: `Prendre – ${name} bis` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 lieux ajoutés')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Importer', exact: true }).click()

  await expect(page.getByText('L’import est fait')).toBeVisible({ timeout: 30_000 })
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Annuler tout l’import' }).click()
  await expect(page.getByText('L’import est annulé')).toBeVisible({ timeout: 30_000 })
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
  await expect(page.getByText('Ce fichier est un PDF.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Abandonner cet import' }).click()
  await expect(page.getByText('L’import est abandonné.')).toBeVisible()
})
