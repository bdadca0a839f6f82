import { type Note, plain, type Reading } from './reading'

/**
 * Reads the web addresses of a cell: `http` and `https` only, with the scheme put back where it
 * lacks or is misspelt. Anything else is dropped with a note.
 */
export function readWebAddresses(texts: readonly string[]): Reading<string[]> {
  const notes: Note[] = []
  const addresses = new Set<string>()
  for (const text of texts) {
    const pieces = readPieces(split(text))
    const isRead = pieces.some(({ address }) => address !== null)
    for (const { piece, address } of pieces) {
      if (address === null) {
        // Words around an address ("voir www…") are no loss
        if (!isRead || /[.:]/.test(piece))
          notes.push({ kind: 'dropped', value: piece, reason: 'Adresse de site illisible, non reprise' })
        continue
      }
      if (address !== piece) notes.push({ kind: 'repaired', value: piece, reason: `Adresse de site lue ${address}` })
      addresses.add(address)
    }
  }
  return { value: [...addresses], notes }
}

/** One address where a field takes one; the first. */
export function readWebAddress(text: string): Reading<string | null> {
  if (text === '') return plain(null)
  const { value, notes } = readWebAddresses([text])
  return { value: value[0] ?? null, notes }
}

/** What follows an address cut by a blank (`https://exa mple.org`) is its end, not another address. */
function readPieces(words: readonly string[]): { piece: string; address: string | null }[] {
  return words.map((piece, index) => {
    const previous = words[index - 1]
    const isEnd = previous !== undefined && scheme.test(previous) && !scheme.test(piece) && normalise(previous) === null
    return { piece, address: isEnd ? null : normalise(piece) }
  })
}

function split(text: string): string[] {
  return text
    .replace(/<a\b[^>]*href\s*=\s*["']?([^"'\s>]+)[^>]*>.*?<\/a>/gi, ' $1 ')
    .replace(/(h?ttps?)\s*:\s*\/\s*\/\s*/gi, '$1://')
    .split(/[\s|<>"]+|[;,](?=\s|$|https?:|www\.|[a-z0-9-]+\.[a-z]{2,}(?:[/;,]|$))|(?<=[^=/?&])(?=https?:\/\/)/iu)
    .map((piece) => piece.replace(/^[(['’«,;:.-]+|[)\]'’»,;:.]+$/gu, ''))
    .filter((piece) => /[\p{L}\d]/u.test(piece) && !/^(ou|et|or|and)$/i.test(piece))
}

/** Misspelt schemes, doubled ones included: `http//`, `https:/`, `htpp://`, `http://https://`. */
const scheme = /^(?:h?t{1,3}p{1,2}(s)?\s*[:;.]?\s*[/\\]{1,3}|https?:)+/i

function normalise(piece: string): string | null {
  if (/^https?:\/\/[^/\\]/i.test(piece) && !/^https?:\/\/h?t{1,2}ps?\b/i.test(piece)) return check(piece)
  const written = scheme.exec(piece)
  if (!written && (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(piece) || piece.includes('@'))) return null
  const rest = piece.slice(written?.[0].length ?? 0).replace(/^[/\\]+/, '')
  return check(`${written && !/s/i.test(written[0].replace(/.*(?=h?t)/i, '')) ? 'http' : 'https'}://${rest}`)
}

function check(address: string): string | null {
  if (address.length > 2000 || !URL.canParse(address)) return null
  const url = new URL(address)
  const isPublic = /^([a-z0-9_-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/i.test(url.hostname)
  if (
    !isPublic ||
    url.username !== '' ||
    url.password !== '' ||
    /\.(local|localhost|internal|invalid)$/.test(url.hostname)
  )
    return null
  return address
}
