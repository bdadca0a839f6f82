import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browser-test'
import { addPlace, expect, openSection, saveSection, test, uniqueName } from '@/tests/support/signed-in-test'

/** A published place in Blois. */
async function publishPlace(page: Page): Promise<string> {
  await addPlace(page, uniqueName('Fiche'))
  await page.getByRole('button', { name: 'Publier le lieu' }).click()
  await expect(page.getByText('Le lieu est publié')).toBeVisible()
  return new URL(page.url()).pathname.replace('/coordination', '')
}

const tickAll = (page: Page) =>
  page.getByRole('checkbox').evaluateAll((boxes) => {
    for (const box of boxes as HTMLInputElement[]) box.checked = true
  })

/** The width and the look that the browser gives to paper: 210 mm less two margins. */
async function expectOnePage(page: Page): Promise<void> {
  await page.setViewportSize({ width: 703, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const isWhole = await page
    .getByRole('article')
    .evaluate((sheet) =>
      [sheet, ...sheet.querySelectorAll('div')].every((part) => part.scrollHeight <= part.clientHeight + 1),
    )
  expect(isWhole).toBe(true)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: null })
}

test('the fullest of places fits one A4 page, in ordinary and in large type', async ({ coordination: page }) => {
  const path = await publishPlace(page)
  const hours = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map(
    (day, n) => `${day} 08:3${n}-10:00,10:15-12:00,14:00-18:00`,
  )
  const fill: [section: string, work: () => Promise<void>][] = [
    ['Le lieu', () => page.getByLabel('Nom du lieu').fill('Maison du numérique '.repeat(14).trim())],
    [
      'L’adresse',
      () =>
        page
          .getByLabel('Numéro et rue')
          .fill('Bâtiment Saint-Exupéry, 1234 bis avenue du Maréchal-de-Lattre '.repeat(3)),
    ],
    ['Contact', () => page.getByLabel('Téléphone', { exact: true }).fill('02 61 91 00 01')],
    [
      'Les horaires',
      async () => {
        await page.getByLabel('En texte').check()
        await page.getByLabel('Horaires au format OpenStreetMap').fill(hours.join('; '))
      },
    ],
    ['Les services', () => tickAll(page)],
    ['Accueil et public', () => tickAll(page)],
    ['Programmes et labels', () => tickAll(page)],
  ]
  for (const [section, work] of fill) {
    await page.goto(`/coordination${path}`)
    await openSection(page, section)
    await work()
    await saveSection(page)
  }
  for (const type of ['', '?grand=oui']) {
    await page.goto(`${path}/fiche${type}`)
    await expect(page.getByText('Le reste est sur la page du lieu')).toBeVisible()
    await expectNoAxeViolations(page)
    await expectOnePage(page)
  }
  const id = path.replace('/lieux/', '')
  for (const [language, places] of [
    ['', id],
    ['', `${id},adp-2,adp-3,adp-4`],
    ['/ar', id],
    ['/ar', `${id},adp-2,adp-3,adp-4`],
  ]) {
    await page.goto(`${language}/fiche?lieux=${places}`)
    for (const field of await page.getByRole('article').getByRole('textbox').all())
      await field.fill('Mot de dix '.repeat(6))
    await page.getByRole('radio').nth(1).check()
    // All of them as full as this one.
    await page.getByRole('article').evaluate((sheet) => {
      const [first, ...others] = sheet.querySelectorAll('section')
      for (const other of others) other.replaceWith(first?.cloneNode(true) ?? other)
    })
    await expectOnePage(page)
  }
})

test('what is written on the sheet prints, goes into the messages and is never sent', async ({ page, plainPage }) => {
  const sent: string[] = []
  await page.goto('/lieux/adp-1')
  // What a script adds above moves the link.
  await expect(page.getByRole('button', { name: 'Garder ce lieu' })).toBeVisible()
  await page.getByRole('link', { name: 'Préparer une visite' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Où trouver de l’aide')
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeVisible()
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
  await page.getByLabel('Quand').focus()
  await page.keyboard.type('Mardi à 14 h')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Mme Petit 2 55 08 14 168 025 38')
  await expect(page.getByLabel('Qui demander')).toHaveAccessibleDescription(/ressemble à un numéro de sécurité sociale/)
  const text = page.getByLabel('Le texte à copier')
  await expect(text).toHaveValue(/Quand\s: Mardi à 14 h/)
  await expect(text).not.toHaveValue(/Petit/)
  await expectNoAxeViolations(page)
  await page.getByLabel('Qui demander').fill('Mme Petit')
  await expect(text).toHaveValue(/Qui demander\s: Mme Petit/)
  await expect(page.getByRole('link', { name: 'Préparer un SMS' })).toHaveAttribute(
    'href',
    /^sms:\?&body=.*Mme%20Petit/,
  )
  await expect(page.getByRole('link', { name: 'Préparer un mail' })).toHaveAttribute('href', /^mailto:\?.*Mme%20Petit/)
  expect(sent.filter((each) => /Petit|Mardi/.test(each))).toEqual([])

  // Several, without a script: the browser itself refuses a number and leaves it out of the paper.
  await plainPage.goto('/lieux?lieu=Blois')
  await plainPage.getByText('Faire une fiche avec ces lieux').click()
  const choice = plainPage.getByRole('checkbox', { name: /, Blois$/ })
  await choice.nth(0).check()
  await choice.nth(1).check()
  await plainPage.getByRole('button', { name: 'Faire la fiche' }).click()
  await expect(plainPage.getByRole('heading', { level: 2, name: /^[12]\. / })).toHaveCount(2)
  const refusal = plainPage.getByText('Ceci ressemble à un numéro').first()
  await expect(refusal).toBeHidden()
  await plainPage.getByLabel('Quand').fill('255081416802538')
  await expect(refusal).toBeVisible()
  await plainPage.emulateMedia({ media: 'print' })
  await expect(plainPage.getByLabel('Quand')).toHaveCSS('color', 'rgba(0, 0, 0, 0)')
  await expect(plainPage.getByLabel('Un mot pour vous')).toBeHidden()
})

test('an error is sent in two taps without JavaScript, and reaches the coordinators', async ({
  coordination: page,
  plainPage,
}) => {
  const path = await publishPlace(page)
  await plainPage.goto(path)
  await plainPage.getByRole('link', { name: 'Signaler une erreur' }).click()
  // Nobody reads six answers in less than a second, which programs do.
  await expect(plainPage.getByRole('group', { name: 'Qu’est-ce qui est faux ?' }).getByRole('button')).toHaveCount(6)
  await expect(async () => {
    await plainPage.getByRole('button', { name: 'Les horaires' }).click()
    await expect(plainPage.getByRole('heading', { level: 1 })).toHaveText('Merci !', { timeout: 500 })
  }).toPass()

  await page.goto('/coordination/signalements')
  const name = await page.request
    .get(path)
    .then(async (answer) => /<h1[^>]*>([^<]+)/.exec(await answer.text())?.[1] ?? '')
  const report = page.getByRole('listitem').filter({ hasText: name })
  await expect(report).toContainText('Les horaires')
  await expectNoAxeViolations(page)
  await report.getByRole('button', { name: 'C’est corrigé' }).click()
  await expect(page.getByText('C’est fait.')).toBeVisible()
  await expect(report).toHaveCount(0)
  await page.getByRole('link', { name: 'Déjà traitées' }).click()
  await expect(report).toContainText('Corrigé le')
})

test('a report that is refused says why and keeps every word', async ({ coordination: page, plainPage }) => {
  const path = await publishPlace(page)
  for (const visitor of [page, plainPage]) {
    await visitor.goto(`${path}/signaler`)
    await visitor.getByText('Ajouter un mot ou votre mail').click()
    await visitor.getByLabel('Votre message').fill('Fermé le lundi')
    await visitor.getByLabel('Votre adresse mail').fill('jeanne@')
    await visitor.getByRole('button', { name: 'Autre chose' }).click()
    await expect(visitor.locator('#resultat')).toContainText('Cette adresse mail n’est pas valable.')
    await expect(visitor.getByLabel('Votre message')).toHaveValue('Fermé le lundi')
    await expect(visitor.getByLabel('Votre adresse mail')).toHaveValue('jeanne@')
    await expect(visitor.getByLabel('Votre adresse mail')).toHaveAccessibleDescription(/pas valable/)
  }
  await expectNoAxeViolations(page)
})

test('a form from another site, or longer than any of ours, is refused in so many words', async ({
  request,
  baseURL,
}) => {
  const report = '/lieux/adp-1/signaler'
  const foreign = await request.post(report, {
    headers: { origin: 'https://elsewhere.example' },
    form: { subject: 'HOURS' },
  })
  expect(foreign.status()).toBe(403)
  expect(await foreign.text()).toContain('ne vient pas de ce site')
  const long = await request.post(report, {
    headers: { origin: baseURL ?? '' },
    form: { message: 'x'.repeat(1_000_000) },
  })
  expect(long.status()).toBe(413)
  expect(await long.text()).toContain('trop long')
})

test('a place has an image for those who share it', async ({ request }) => {
  const page = await (await request.get('/lieux/adp-1')).text()
  const [, address = ''] = /property="og:image" content="([^"]+)"/.exec(page) ?? []
  const image = await request.get(new URL(address).pathname)
  expect(image.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
  const png = await image.body()
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
})
