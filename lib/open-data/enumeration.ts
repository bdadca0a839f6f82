import { splitCommas, splitList } from './list'
import type { Note, Reading } from './reading'
import { slugOf, type Vocabulary } from './vocabulary'

/** What a written value means: our code, or null for one that is known and says nothing. */
export type Reader<Code extends string> = (written: string) => Code | null | undefined

/**
 * A reader of today's values and the former ones, whatever their case, accents, apostrophes and
 * blanks: national value, slug, our own code, or the part before " : " of a long form.
 */
export function readerOf<Code extends string>(
  vocabulary: Vocabulary<Code>,
  former: Readonly<Record<string, Code | null>> = {},
): Reader<Code> {
  const known = new Map<string, Code | null>()
  for (const [value, code] of Object.entries(former)) known.set(slugOf(value), code)
  for (const code of Object.keys(vocabulary) as Code[]) {
    for (const written of [code, vocabulary[code]]) known.set(slugOf(written), code)
    // As most files write it: found without more ado
    known.set(vocabulary[code], code)
  }
  return (written) => {
    const whole = known.get(written) ?? known.get(slugOf(written))
    return whole === undefined ? known.get(slugOf(written.split(/\s*:\s/)[0] ?? '')) : whole
  }
}

/** Reads a list against a vocabulary: unknown values come back apart, the others are kept. */
function readCodes<Code extends string>(
  written: string | readonly string[],
  read: Reader<Code>,
): { codes: Code[]; unknown: string[] } {
  const codes = new Set<Code>()
  const unknown: string[] = []
  const take = (item: string): boolean => {
    const code = read(item)
    if (code) codes.add(code)
    return code !== undefined
  }
  for (const item of splitList(written)) {
    if (take(item)) continue
    const parts = splitCommas(item)
    if (parts.length === 1) unknown.push(item)
    else unknown.push(...parts.filter((part) => !take(part)))
  }
  return { codes: [...codes], unknown }
}

/** The same, with a note for each unknown value. */
export function readEnumeration<Code extends string>(
  written: string | readonly string[],
  read: Reader<Code>,
): Reading<Code[]> {
  const { codes, unknown } = readCodes(written, read)
  return { value: codes, notes: unknown.map(unknownValue) }
}

function unknownValue(value: string): Note {
  return { kind: 'dropped', value, reason: 'Valeur inconnue du schéma national, non reprise' }
}
