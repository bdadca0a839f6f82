import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { press } from '@/tests/support/keyboard'
import { addPlace, expect, openSection, saveSection, test, uniqueName } from '@/tests/support/signed-in-test'

test('the history tells each field of each save, and by keyboard compares versions, undoes one change and goes back, each of which is a change', async ({
  coordination: page,
  plainCoordination: plain,
}) => {
  const name = uniqueName('Avant')
  const renamed = name.replace('Avant', 'Après')
  await addPlace(plain, name)
  const path = new URL(plain.url()).pathname
  await openSection(plain, 'Le lieu')
  await plain.getByLabel('Nom du lieu').fill(renamed)
  await plain.getByLabel('Présentation courte').fill('Ouvert à tous.')
  await saveSection(plain)
  await plain.getByRole('link', { name: 'Contact', exact: true }).click()
  await plain.getByLabel('Téléphone', { exact: true }).fill('02 61 91 00 01')
  await saveSection(plain)

  await page.goto(path)
  const title = page.getByRole('heading', { level: 1 })
  const changes = page.getByRole('region', { name: 'Historique' }).getByRole('listitem')
  await expect(changes).toHaveCount(3)
  await press(page, changes.nth(1).locator('summary').first(), 'Enter')
  await expect(changes.nth(1)).toContainText('2 champs modifiés')
  await expect(changes.nth(1).locator('del')).toHaveText([name, 'rien'])
  await expect(changes.nth(1).locator('ins')).toHaveText([renamed, 'Ouvert à tous.'])
  await expectNoAxeViolations(page)

  await press(page, page.getByLabel('De la version'), 'ArrowDown')
  await press(page, page.getByRole('button', { name: 'Comparer' }), 'Enter')
  await expect(title).toHaveText('De la version 1 à la version 3')
  await expect(page.locator('ins')).toHaveCount(3)
  await expectNoAxeViolations(page)
  await press(page, page.getByRole('link', { name: 'Retour au lieu' }), 'Enter')

  // A reason is no decision: the Enter key neither publishes the place nor undoes the change.
  const draft = page.getByRole('region', { name: 'Ce lieu est un brouillon' })
  await press(page, draft.getByText('Dire pourquoi'), 'Enter')
  await press(page, draft.getByLabel('Pourquoi ce changement'), 'Enter')

  // What was changed since stays
  await press(page, changes.nth(1).locator('summary').first(), 'Enter')
  await press(page, changes.nth(1).getByText('Dire pourquoi'), 'Enter')
  await changes.nth(1).getByLabel('Pourquoi ce changement').fill('Le nom était juste')
  await press(page, changes.nth(1).getByLabel('Pourquoi ce changement'), 'Enter')
  await press(page, changes.nth(1).getByRole('button', { name: 'Annuler ce changement' }), 'Enter')
  await expect(page.getByText('Le changement est annulé.')).toBeVisible()
  await expect(title).toHaveText(name)
  await expect(changes.nth(0)).toContainText('Annulation du changement 2 : Le nom était juste')
  await expect(changes).toHaveCount(4)
  await expect(draft).toBeVisible()
  await expectNoAxeViolations(page)
  await press(page, changes.nth(1).locator('summary').first(), 'Enter')
  await press(page, changes.nth(1).getByRole('button', { name: 'Revenir à cette version' }), 'Enter')
  await expect(page.getByText('Le lieu est revenu à la version demandée.')).toBeVisible()
  await expect(title).toHaveText(renamed)
  await expect(changes).toHaveCount(5)
  await expect(changes.nth(0)).toContainText('Retour à la version 3')

  // Without JavaScript, the return is undone like every change.
  await plain.goto(path)
  await plain.getByRole('button', { name: 'Annuler ce changement' }).first().click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText(name)
})
