import type { Cookie, Page } from '@playwright/test'
import { test as base, expect } from './browser-test'
import { theSite } from './site'

/** Demonstration accounts; the places of Blois are in the first one's territory alone. */
export const coordinator = 'coordination@example.org'
export const elsewhere = 'bretagne@example.org'

export function passwordOf(email: string): string {
  const account = theSite().accounts.find((each) => each.email === email)
  if (!account) throw new Error(`There is no demonstration account ${email}.`)
  return account.password
}

/** Fills in the sign-in form of the page one is on. */
export async function fillSignIn(page: Page, email: string, password = passwordOf(email)): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** Signs in, and waits until one is. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion')
  await fillSignIn(page, email)
  await page.waitForURL(({ pathname }) => pathname !== '/connexion')
}

type Fixtures = {
  /** A page of a coordinator who has signed in. */
  coordination: Page
  /** The same in a browser whose JavaScript is off. */
  plainCoordination: Page
}

export const test = base.extend<Fixtures, { coordinatorCookies: Cookie[] }>({
  // Signing in is slow on purpose: once a worker is enough. Tests that close the session open their own.
  coordinatorCookies: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: theSite().url })
      await signIn(await context.newPage(), coordinator)
      await use(await context.cookies())
      await context.close()
    },
    { scope: 'worker' },
  ],
  coordination: async ({ page, coordinatorCookies }, use) => {
    await page.context().addCookies(coordinatorCookies)
    await use(page)
  },
  plainCoordination: async ({ plainPage, coordinatorCookies }, use) => {
    await plainPage.context().addCookies(coordinatorCookies)
    await use(plainPage)
  },
})

export { expect }

/** Names that no other test uses, in a database that they share. */
export function uniqueName(name: string): string {
  return `${name} ${Math.random().toString(36).slice(2, 8)}`
}

/** Fills in the least that a new place needs: one in Blois, that helps people look for work. */
export async function fillPlace(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nom du lieu').fill(name)
  await page.getByLabel('Médiation', { exact: true }).check()
  await page.getByLabel('Numéro et rue').fill('2 place Jean Jaurès')
  await page.getByLabel('Code postal').fill('41000')
  await page.getByLabel('Commune', { exact: true }).fill('Blois')
  await page.getByRole('checkbox', { name: 'Insertion professionnelle via le numérique' }).check()
}

/** Adds a place and stays on its page. */
export async function addPlace(page: Page, name: string): Promise<void> {
  await page.goto('/coordination/lieux/nouveau')
  await fillPlace(page, name)
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).last().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Goes from the page of a place to the form of one of its sections. */
export async function openSection(page: Page, section: string): Promise<void> {
  await page.getByRole('link', { name: `Modifier : ${section}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible()
}

/** Saves the section one is on. */
export async function saveSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click()
  await expect(page.getByText('Vos modifications sont enregistrées.')).toBeVisible()
}
