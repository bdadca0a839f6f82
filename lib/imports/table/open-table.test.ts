import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { UserError } from '@/lib/errors'
import { workbook } from '@/tests/support/workbook'
import type { TableRow } from '../mapping/schema'
import { openTable } from './open-table'

async function read(content: string | Buffer) {
  const table = await openTable(Buffer.from(content))
  const rows: TableRow[] = []
  for await (const row of table.rows()) rows.push(row)
  return {
    ...table,
    keys: table.columns.map(({ key }) => key),
    rows,
    cells: rows.map((row) => ('cells' in row ? Object.fromEntries(row.cells) : row.error)),
  }
}

const accents = 'Nom;Commune;Téléphone\nMédiathèque de l’été;Besançon;02 54 00 00 00\nLa Forêt à Noël;Nîmes;\n'

describe('a text', () => {
  it.each([
    ['utf8', 'UTF-8'],
    ['utf-16le', 'UTF-16'],
    ['win1252', 'Windows-1252'],
    ['macintosh', 'Mac'],
    ['cp850', 'DOS'],
  ])('in %s keeps its accents', async (name, encoding) => {
    const table = await read(iconv.encode(accents, name, { addBOM: name === 'utf-16le' }))
    expect(table.encoding).toBe(encoding)
    const apostrophe = name === 'cp850' ? '?' : '’'
    expect(table.cells[0]).toEqual({
      Nom: `Médiathèque de l${apostrophe}été`,
      Commune: 'Besançon',
      Téléphone: '02 54 00 00 00',
    })
    expect(table.cells[1]).toEqual({ Nom: 'La Forêt à Noël', Commune: 'Nîmes' })
  })

  it.each([',', ';', '\t', '|'])('is cut at %j, commas of its prose notwithstanding', async (separator) => {
    const lines = ['Nom', 'Adresse', 'Ville'].join(separator)
    const { keys, cells } = await read(`${lines}\n"Espace A"${separator}"1, rue B, bâtiment C"${separator}Tours\n`)
    expect(keys).toEqual(['Nom', 'Adresse', 'Ville'])
    expect(cells).toEqual([{ Nom: 'Espace A', Adresse: '1, rue B, bâtiment C', Ville: 'Tours' }])
  })

  it('has its names below titles and blank lines, and says the lines of its rows as an editor does', async () => {
    const { keys, rows } = await read(
      'Lieux du hub en 2026;;\n;;\nIntitulé;CP;Ville\nA;41000;Blois\n;;\nB;37000;Tours\n',
    )
    expect(keys).toEqual(['Intitulé', 'CP', 'Ville'])
    expect(rows.map(({ line }) => line)).toEqual([4, 6])
  })

  it('without a line of names has columns named by letters, and says so', async () => {
    const { keys, rowCount, notices } = await read('Espace A;41000;a@example.org\nEspace B;37000;b@example.org\n')
    expect(keys).toEqual(['Colonne A', 'Colonne B', 'Colonne C'])
    expect(rowCount).toBe(2)
    expect(notices.join()).toContain('Aucune ligne de titres')
  })

  it('tells columns of one name apart, by the title above them or by a number', async () => {
    const grouped = await read(';Lundi;;Mardi;\nNom;Ouverture;Fermeture;Ouverture;Fermeture\nA;9h;12h;10h;13h\n')
    expect(grouped.keys).toEqual([
      'Nom',
      'Lundi · Ouverture',
      'Lundi · Fermeture',
      'Mardi · Ouverture',
      'Mardi · Fermeture',
    ])
    expect((await read('Nom;Tél;Tél\nA;1;2\n')).keys).toEqual(['Nom', 'Tél', 'Tél (2)'])
  })

  it('loses the rows that have too many cells or too few, with their line, and no other', async () => {
    const { cells, rows } = await read('Nom;CP;Ville\nA;41000;Blois\nB;37000\nC;1;2;3\nD;72000;Le Mans;\n')
    expect(cells).toEqual([
      { Nom: 'A', CP: '41000', Ville: 'Blois' },
      '2 colonnes au lieu de 3',
      '4 colonnes au lieu de 3',
      { Nom: 'D', CP: '72000', Ville: 'Le Mans' },
    ])
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5])
  })

  it('may name hundreds of columns, where it fills few', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => `c${index}`)
    const { columns } = await openTable(Buffer.from(`nom;${many.join(';')};ville\nA${';'.repeat(1001)}Blois\n`))
    expect(columns.map(({ key }) => key)).toEqual(['nom', 'ville'])
  })

  it('says which numbers a spreadsheet damaged', async () => {
    const { notices } = await read('Nom;SIRET\nA;1,23E+13\nB;1.3E+13\n')
    expect(notices).toEqual([expect.stringContaining('Colonne « SIRET » : 2 nombres abîmés')])
  })

  it('of JSON is flattened, whatever wraps its list', async () => {
    const item = {
      nom: 'A',
      adresse: { ville: 'Blois' },
      services: ['x', 'y'],
      contacts: [{ tel: '1' }, { tel: '2' }],
      ok: true,
    }
    const cells = { nom: 'A', 'adresse.ville': 'Blois', services: ['x', 'y'], 'contacts.tel': ['1', '2'], ok: 'true' }
    for (const text of [
      JSON.stringify([item]),
      JSON.stringify({ total: 1, results: [item] }),
      `${JSON.stringify(item)}\n${JSON.stringify(item)}\n`,
    ])
      expect((await read(text)).cells[0]).toEqual(cells)
  })

  it('of GeoJSON has its properties and the point of its geometry', async () => {
    const { kind, cells } = await read(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Point', coordinates: [1.33, 47.58] } },
        ],
      }),
    )
    expect(kind).toBe('geojson')
    expect(cells).toEqual([{ name: 'A', geometry: '1.33 47.58' }])
  })

  it('is read back as it was written, whatever its cells', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '"', ';', ',', '\n', "'", '1', '|', '<', '='),
      maxLength: 12,
    })
    const tables = fc.array(fc.tuple(fc.constantFrom('Espace A', 'Lieu B'), cell, cell), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(';', ',', '\t'), async (rows, separator) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = [['Nom', 'Commune', 'Description'], ...rows]
          .map((cells) => cells.map(quote).join(separator))
          .join('\r\n')
        const expected = rows.map(([nom, commune, description]) =>
          Object.fromEntries(
            Object.entries({ Nom: nom, Commune: commune, Description: description }).filter(
              ([, value]) => value.trim() !== '',
            ),
          ),
        )
        expect((await read(text)).cells).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is no table is refused in a sentence:', () => {
  it.each([
    ['nothing', '', 'vide'],
    ['a PDF', '%PDF-1.7 …', 'PDF'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'image'],
    ['a page', '\uFEFF<!DOCTYPE html><html><body>404', 'page web'],
    ['XML', '<?xml version="1.0"?><a/>', 'XML'],
    ['a gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'archive'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'ancien format d’Excel'],
    [
      'a workbook under a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'mot de passe',
    ],
    ['binary', Buffer.from([1, 2, 3, 0, 4, 5, 6, 7, 8, 0, 9]), 'texte'],
    [
      'Japanese in Shift-JIS',
      iconv.encode(`名前,市町村\n${'図書館の住所,東京都\n'.repeat(20)}`, 'shift_jis'),
      'encodage',
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x4e, 0, 0, 0]), 'encodage'],
    ['one column', 'Espace A\nEspace B\n', 'une seule colonne'],
    ['an empty list', ' [ ] ', 'aucun lieu'],
    ['JSON without a list', '{"hello":"world","n":{"a":1}}', 'liste de lieux'],
    ['JSON cut short', '[{"nom":"A"},{"nom":', 'coupé'],
    ['names alone', 'Nom;Commune\n', 'aucun lieu'],
    ['20,001 rows', `Nom;Ville\n${'A;Blois\n'.repeat(20_001)}`, '20\u202F000 lignes'],
    [
      '301 columns',
      `${Array.from({ length: 301 }, (_, n) => `c${n}`).join(';')}\n${'1;'.repeat(300)}1\n`,
      '300 colonnes',
    ],
    ['more than 10 MB', Buffer.alloc(10_000_001, 'a;b\n'), '10 Mo'],
  ])('%s', async (_, content, sentence) => {
    const refusal = await openTable(Buffer.from(content)).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(UserError)
    expect((refusal as Error).message).toContain(sentence)
  })

  it('any bytes at all, unless they can be read', async () => {
    const sound = workbook([
      {
        name: 'A',
        rows: [
          ['Nom', 'Ville'],
          ['B', 'Blois'],
        ],
      },
    ])
    const spoilt = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 6 }).map((changes) => {
      const bytes = Buffer.from(sound)
      for (const [at, byte] of changes) bytes[at] = byte
      return bytes
    })
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      spoilt,
      fc.string().map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const outcome = await openTable(bytes).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError)
      }),
      { numRuns: 300 },
    )
  })
})
