import { maskNumber } from './safe-text'

/** Coordinates have as many digits, and are no text. */
const positions = ['lat', 'lon']

/**
 * What follows `?` in an address, without a social-security number that somebody typed into a search: the page would
 * hand it on in its links, and browsers would remember it.
 *
 * @returns null where there is none
 */
export function maskedQuery(params: URLSearchParams): URLSearchParams | null {
  const masked = new URLSearchParams(
    [...params].map(([name, value]) => [maskNumber(name), positions.includes(name) ? value : maskNumber(value)]),
  )
  return masked.toString() === params.toString() ? null : masked
}
