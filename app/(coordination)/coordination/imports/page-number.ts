/** The page that an address asks for; the first one when it asks for none that can be. */
export function pageNumber(asked: string | string[] | undefined): number {
  return /^[1-9]\d{0,3}$/.test(String(asked)) ? Number(asked) : 1
}
