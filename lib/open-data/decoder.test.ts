import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { createDecoder } from './decoder'

/** Decodes bytes cut into pieces of so many bytes. */
function decode(bytes: Uint8Array, piece = bytes.length || 1) {
  const decoder = createDecoder(bytes.subarray(0, 100))
  let text = ''
  for (let at = 0; at < bytes.length; at += piece) text += decoder.write(bytes.subarray(at, at + piece))
  return { text: text + decoder.end(), encoding: decoder.encoding() }
}

describe('createDecoder', () => {
  const text = 'nom;commune\nMédiathèque d’été;Sète – cœur 😀\n'

  it('reads UTF-8 with and without a mark, cut anywhere', () => {
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`)])
      for (const piece of [1, 2, 3, 5, 1000]) expect(decode(bytes, piece)).toEqual({ text, encoding: 'UTF-8' })
  })

  it('reads Windows-1252, whose first accent may come late', () => {
    const late = `${'a'.repeat(100_000)} café «\u00A0Cité\u00A0» l’œuvre OÙ\u00A0? É`
    expect(decode(iconv.encode(late, 'win1252'), 4096)).toEqual({ text: late, encoding: 'Windows-1252' })
  })

  it.each(['utf-16le', 'utf-16be'])('reads %s with and without a mark', (name) => {
    const bytes = iconv.encode(text, name)
    const marked = iconv.encode(text, name, { addBOM: true })
    expect(decode(bytes, 3)).toEqual({ text, encoding: 'UTF-16' })
    expect(decode(marked, 3)).toEqual({ text, encoding: 'UTF-16' })
  })

  it('reads a file pasted together from both', () => {
    const bytes = Buffer.concat([Buffer.from('Médiathèque\n'), iconv.encode('Médiathèque\n', 'win1252')])
    expect(decode(bytes, 7)).toEqual({ text: 'Médiathèque\nMédiathèque\n', encoding: 'UTF-8 et Windows-1252 mélangés' })
  })

  it('reads words in other scripts', () => {
    expect(decode(Buffer.from('مرحبا Москва 你好')).text).toBe('مرحبا Москва 你好')
  })

  it('gives any text back, in UTF-8, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aé’œ😀Ÿ€\u00A0»É\n') }),
        fc.integer({ min: 1, max: 9 }),
        (any, piece) => {
          const withoutMark = any.replace(/^\uFEFF/, '')
          fc.pre(!withoutMark.includes('\0'))
          expect(decode(Buffer.from(withoutMark), piece).text).toBe(withoutMark)
        },
      ),
    )
  })
})
