import { readLocalPath } from '@/lib/i18n/path'

/** The pages that say the same to everybody, and ask the database for more than they change. */
const pages = [
  /^\/$/,
  /^\/lieux(\/adp-\d{1,10})?$/,
  /^\/hubs(\/[a-z\d-]{1,80})?$/,
  /^\/(regions|departements|communes)\/\d[\dAB]\d{0,3}-[a-z\d-]{1,60}$/,
  /^\/(ateliers|territoires|mes-lieux|hors-ligne|a-propos|accessibilite|confidentialite|donnees)$/,
]

/** Whether an address, as a request has it, is that of a page to keep: one without a query, written as we write it. */
export function isKeptPath(url: string): boolean {
  const isTidy = url === '/' || !/\/(\/|$)/.test(url)
  return isTidy && pages.some((page) => page.test(readLocalPath(url).path))
}
