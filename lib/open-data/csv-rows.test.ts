import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvRows } from './csv-rows'

function rowsOf(text: string, separator = ',', columns: number | null = null, piece = text.length || 1) {
  const rows = new CsvRows(separator)
  rows.columns = columns
  const read = []
  for (let at = 0; at < text.length; at += piece) read.push(...rows.write(text.slice(at, at + piece)))
  return [...read, ...rows.end()]
}

describe('CsvRows', () => {
  it('counts the lines of the file, those inside quotes included', () => {
    expect(rowsOf('a,b\n"1\n2",c\nd,e\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', 'c'] },
      { line: 4, cells: ['d', 'e'] },
    ])
  })

  it.each(['\n', '\r\n', '\r'])('takes %j for the end of a line, wherever the text is cut', (end) => {
    const text = ['a;b', 'c;d', 'e;f'].join(end)
    for (const piece of [1, 2, 3, 4, 100])
      expect(rowsOf(text, ';', null, piece).map((row) => 'cells' in row && row.cells.join())).toEqual([
        'a,b',
        'c,d',
        'e,f',
      ])
  })

  it('loses one line, and no other, to a quote that is never closed', () => {
    expect(rowsOf('"1","a"\n"2","b\n"3","c"\n"4","d"\n', ',', 2)).toEqual([
      { line: 1, cells: ['1', 'a'] },
      { line: 2, error: 'Guillemet jamais refermé' },
      { line: 3, cells: ['3', 'c'] },
      { line: 4, cells: ['4', 'd'] },
    ])
  })

  it('loses one line to a quote that stays open until the end', () => {
    expect(rowsOf('1,a\n2,"b\n3,c\n', ',', 2)).toEqual([
      { line: 1, cells: ['1', 'a'] },
      { line: 2, error: 'Guillemet jamais refermé' },
      { line: 3, cells: ['3', 'c'] },
    ])
  })

  it('reads quotes that nobody doubled, where the row stays whole', () => {
    expect(rowsOf('"Espace "Le Cube" de Blois",b\n5" de large,c\n', ',', 2)).toEqual([
      { line: 1, cells: ['Espace "Le Cube" de Blois', 'b'] },
      { line: 2, cells: ['5" de large', 'c'] },
    ])
  })

  it('reads rows that a spreadsheet quoted whole', () => {
    expect(rowsOf('"1,a"\n"2,""b"""\n', ',', 2)).toEqual([
      { line: 1, cells: ['1', 'a'] },
      { line: 2, cells: ['2', 'b'] },
    ])
  })

  it('gives up a line of millions of characters without keeping it', () => {
    const rows = rowsOf(`a,b\n${'x'.repeat(3_000_000)}\nc,d\n`, ',', 2, 65_536)
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, error: 'Ligne trop longue' },
      { line: 3, cells: ['c', 'd'] },
    ])
  })

  it('reads what csv-parse reads, however it is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '1') })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';'), fc.integer({ min: 1, max: 7 }), (rows, separator, piece) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator)).join('\n')
        const expected: string[][] = parse(text, { delimiter: separator })
        const read = rowsOf(text, separator, rows[0]?.length, piece)
        // Lines end the same inside cells, whatever the machine that wrote them
        const unix = expected.map((row) => row.map((one) => one.replace(/\r\n?/g, '\n')))
        expect(read.map((row) => ('cells' in row ? row.cells : row.error))).toEqual(unix)
      }),
    )
  })
})
