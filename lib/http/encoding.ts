/** The forms that an answer is kept in, the smallest first. */
const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/**
 * The smallest form among those that an `Accept-Encoding` header takes; one with the quality 0 it does not.
 * Browsers like all forms alike, and name the older ones first: their order says nothing.
 */
export function bestEncoding(accepted: string | null | undefined): Encoding {
  const takes = (name: Encoding) =>
    new RegExp(`(^|,)\\s*${name}\\s*(;\\s*q=(1|0\\.\\d{0,2}[1-9])[\\d.]{0,4}\\s*)?(,|$)`, 'i').test(accepted ?? '')
  return encodings.find(takes) ?? 'identity'
}
