import type { Page } from '@playwright/test'
import { fewestPeople } from '@/lib/vouchers/booklet'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { press, write } from '@/tests/support/keyboard'
import { helper, openOwnPlace, referTo } from '@/tests/support/referring'
import { expect, saveSection, signIn, test, uniqueName } from '@/tests/support/signed-in-test'

test.slow()

const nextYear = new Date().getFullYear() + 1

/** When a session begins that may still be booked, and whose people come in already: a round time, on French clocks. */
function soon() {
  const tenMinutes = 600_000
  const at = new Date(Math.ceil(Date.now() / tenMinutes + 1) * tenMinutes)
  const [date = '', starts = ''] = at.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).split(' ')
  return { date, starts: starts.slice(0, 5), ends: '23:59' }
}

/** The mediator announces a workshop of one seat, in a place that takes the Pass numérique. */
async function announce(page: Page, placeId: string, title: string): Promise<void> {
  await page.goto(`/coordination/lieux/${placeId}/programmes`)
  await page.getByRole('checkbox', { name: 'Pass numérique' }).check()
  await saveSection(page)
  const { date, starts, ends } = soon()
  await page.goto(`/coordination/lieux/${placeId}/ateliers`)
  await page.getByLabel('Ce qu’on y fait').fill(title)
  await page.getByLabel('Service').selectOption('EVERYDAY_DIGITAL_TOOLS')
  await page.getByLabel('Places', { exact: true }).fill('1')
  await page.getByLabel('Première séance').fill(date)
  await page.getByLabel('Début').fill(starts)
  await page.getByLabel('Fin').fill(ends)
  await page.getByRole('button', { name: 'Annoncer cet atelier' }).click()
  await expect(page.getByText('L’atelier est annoncé.')).toBeVisible()
}

/** A helper notes the booklet that she gives with the referral she follows. */
async function giveBooklet(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Noter un carnet donné' }).click()
  await page.getByLabel('Sert jusqu’au').fill(`${nextYear}-12-12`)
  await page.getByRole('button', { name: 'Noter ce carnet' }).click()
  await expect(page.getByText('Le carnet est noté.')).toBeVisible()
}

test('by keyboard one books the only seat and the next waits, who came and what her booklet paid is noted, and the hub has the figures', async ({
  page,
  plainPage: plain,
  browser,
  baseURL,
  coordinatorCookies,
}) => {
  const title = uniqueName('La souris')
  const placeId = await openOwnPlace(page)
  await announce(page, placeId, title)

  const context = await browser.newContext({ baseURL, locale: 'fr-FR' })
  const office = await context.newPage()
  await signIn(office, helper)
  await plain.context().addCookies(await context.cookies())
  const code = await referTo(office, placeId)
  const id = new URL(office.url()).pathname.split('/').at(-1)
  await press(office, office.locator('summary', { hasText: 'Retenir une place' }), 'Enter')
  const session = office.getByLabel('Atelier', { exact: true })
  await expect(async () => {
    await press(office, session, 'ArrowDown')
    await expect(session.locator('option:checked')).toContainText(`${title} (une place libre)`, { timeout: 100 })
  }).toPass()
  await press(office, office.getByRole('button', { name: 'Retenir la place' }), 'Enter')
  await expect(office.getByText('La place est retenue.')).toBeVisible()
  await press(office, office.locator('summary', { hasText: 'Noter un carnet donné' }), 'Enter')
  // The same day, whether a browser writes days or months first
  await write(office, office.getByLabel('Sert jusqu’au'), `1212${nextYear}`)
  await press(office, office.getByRole('button', { name: 'Noter ce carnet' }), 'Enter')
  await expect(office.getByText('Le carnet est noté.')).toBeVisible()
  await expectNoAxeViolations(office)

  const next = await referTo(plain, placeId)
  await plain.locator('summary', { hasText: 'Retenir une place' }).click()
  const full = plain.locator('option', { hasText: `${title} (complet, liste d’attente)` })
  await plain.getByLabel('Atelier', { exact: true }).selectOption(await full.getAttribute('value'))
  await plain.getByRole('button', { name: 'Retenir la place' }).click()
  await expect(plain.getByText('Sur la liste d’attente, rang 1')).toBeVisible()

  await press(page, page.getByRole('listitem').filter({ hasText: title }).getByRole('link').first(), 'Enter')
  await expect(page.getByText('une personne attend une place · complet')).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: next })).toBeVisible()
  await expectNoAxeViolations(page)
  const came = page.getByLabel(`Code ${code}`)
  await press(page, came, 'ArrowDown')
  await press(page, page.getByRole('button', { name: 'Enregistrer les présences' }), 'Enter')
  await expect(page.getByText('Les présences sont enregistrées.')).toBeVisible()
  await expect(came).toHaveValue('PRESENT')
  await expectNoAxeViolations(page)

  await page.goto(`/coordination/orientations/${id}`)
  await press(page, page.getByLabel('Séances utilisées'), 'ArrowDown')
  await press(page, page.getByRole('button', { name: 'Enregistrer les séances du carnet de 10 chèques' }), 'Enter')
  await expect(page.getByText('1 séance utilisée, encore 9 chèques.')).toBeVisible()
  await expectNoAxeViolations(page)
  await office.reload()
  await expect(office.getByRole('listitem').filter({ hasText: title })).toContainText('La personne est venue')
  await context.close()

  // Figures are of a few people at least
  await giveBooklet(plain)
  for (let people = 2; people < fewestPeople; people++) {
    await referTo(plain, placeId)
    await giveBooklet(plain)
  }
  await page.context().addCookies(coordinatorCookies)
  await page.goto('/coordination/pass')
  const figures = page.getByRole('row').filter({ hasText: 'Indre-et-Loire' }).last().getByRole('cell')
  const [, booklets, given, , used, expired, left] = (await figures.allTextContents()).map((text) =>
    Number(/\d+/.exec(text)?.[0]),
  )
  expect(booklets).toBeGreaterThanOrEqual(fewestPeople)
  expect(used).toBeGreaterThanOrEqual(1)
  expect(given).toBe(Number(used) + Number(expired) + Number(left))
  await expectNoAxeViolations(page)
})
