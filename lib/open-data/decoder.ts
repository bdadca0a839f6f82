import iconv from 'iconv-lite'

export type Encoding =
  | 'UTF-8'
  | 'UTF-16'
  | 'Windows-1252'
  | 'UTF-8 et Windows-1252 mélangés'
  /** Those of old Macs and of DOS, which only the words of a whole file tell */
  | 'Mac'
  | 'DOS'
  /** A workbook says its own */
  | 'XLSX'

export interface Decoder {
  write(chunk: Uint8Array): string
  end(): string
  /** What the text turned out to be, once it has been read. */
  encoding(): Encoding
}

/**
 * Turns the bytes of a file into text, chunk by chunk. A byte order mark decides; without one, what
 * is valid UTF-8 is UTF-8 and any other byte is Windows-1252. So the first accent may come late, a
 * character may be cut by the edge of a chunk, and a file pasted together from both is read.
 *
 * @param head the first bytes of the file, at least four where it has them
 */
export function createDecoder(head: Uint8Array): Decoder {
  const utf16 = utf16Of(head)
  return utf16 ? utf16Decoder(utf16) : mixedDecoder()
}

function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark: the first two characters of any table or JSON are ASCII
  if (first && second === 0 && third && fourth === 0) return 'utf-16le'
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be'
  return null
}

function utf16Decoder(name: 'utf-16le' | 'utf-16be'): Decoder {
  const decoder = iconv.getDecoder(name)
  return {
    write: (chunk) => decoder.write(Buffer.from(chunk)),
    end: () => decoder.end() ?? '',
    encoding: () => 'UTF-16',
  }
}

function mixedDecoder(): Decoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let kept: Uint8Array = new Uint8Array()
  let isStart = true
  const seen = { utf8: false, other: false }

  const decode = (bytes: Uint8Array): string => {
    if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString('latin1')
    try {
      const text = strict.decode(bytes)
      if (exotic.test(text)) return decodeMixed(bytes, seen)
      seen.utf8 = true
      return text
    } catch {
      return decodeMixed(bytes, seen)
    }
  }
  return {
    write(chunk) {
      const bytes = kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk
      const whole = bytes.length - unfinishedLength(bytes)
      kept = bytes.slice(whole)
      const text = decode(bytes.subarray(0, whole))
      const withoutMark = isStart && text.startsWith('\uFEFF') ? text.slice(1) : text
      if (text !== '') isStart = false
      return withoutMark
    },
    end: () => decode(kept),
    encoding() {
      if (!seen.other) return 'UTF-8'
      return seen.utf8 ? 'UTF-8 et Windows-1252 mélangés' : 'Windows-1252'
    },
  }
}

/** How many bytes at the end start a character of UTF-8 that the next chunk may finish. */
function unfinishedLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  if (lead >= 0xf0 && lead <= 0xf4) return 4
  return 1
}

/**
 * Scripts that French open data has no use for, one letter at a time: `é »` with its hard space is,
 * in Windows-1252, the very bytes of 頻.
 */
const exotic = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|[\u0180-\u02BF]/u

/** Runs of valid UTF-8 as such, every other byte as Windows-1252. */
function decodeMixed(bytes: Uint8Array, seen: { utf8: boolean; other: boolean }): string {
  const buffer = Buffer.from(bytes)
  const parts: string[] = []
  let from = 0
  let afterExotic = false
  for (let at = 0; at < buffer.length; ) {
    if ((buffer[at] ?? 0) < 0x80) {
      at += 1
      afterExotic = false
      continue
    }
    const character = characterAt(buffer, at)
    const isExotic = character !== null && exotic.test(character)
    if (character !== null && (!isExotic || afterExotic || isFollowed(buffer, at + Buffer.byteLength(character)))) {
      seen.utf8 = true
      at += Buffer.byteLength(character)
      afterExotic = isExotic
      continue
    }
    parts.push(buffer.toString('utf8', from, at), iconv.decode(buffer.subarray(at, at + 1), 'win1252'))
    seen.other = true
    afterExotic = false
    at += 1
    from = at
  }
  parts.push(buffer.toString('utf8', from))
  return parts.join('')
}

/** Whether another letter of such a script comes next: a word, then. */
function isFollowed(buffer: Buffer, at: number): boolean {
  const next = characterAt(buffer, at)
  return next !== null && exotic.test(next)
}

/** The character that starts here in UTF-8, if one does. */
function characterAt(buffer: Buffer, at: number): string | null {
  const length = sequenceLength(buffer[at] ?? 0)
  if (length === 1 || at + length > buffer.length) return null
  const text = buffer.toString('utf8', at, at + length)
  return text.includes('\uFFFD') ? null : text
}
