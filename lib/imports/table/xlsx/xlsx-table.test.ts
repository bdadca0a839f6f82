import { describe, expect, it } from 'vitest'
import { UserError } from '@/lib/errors'
import { type TestCell, type TestSheet, workbook } from '@/tests/support/workbook'
import { zip } from '@/tests/support/zip'
import { openTable } from '../open-table'

async function read(bytes: Buffer, sheet: string | null = null) {
  const table = await openTable(bytes, sheet)
  const cells = []
  for await (const row of table.rows()) cells.push('cells' in row ? Object.fromEntries(row.cells) : row.error)
  return { ...table, keys: table.columns.map(({ key }) => key), cells }
}

const head: TestCell[] = ['Nom', 'Ville', 'CP']
const row: TestCell[] = ['Espace A', 'Blois', 41000]

const refusalOf = (bytes: Buffer) =>
  openTable(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof UserError ? error.message : error),
  )

describe('a workbook', () => {
  it('is read from the sheet that looks like a table, and says so', async () => {
    const sheets: TestSheet[] = [
      { name: 'Lisez-moi', rows: [['Ce classeur contient les lieux du hub.'], ['Mis à jour en mai.']] },
      { name: 'Brouillon', rows: [head, ['Vieux', 'Tours', 37000], ['Vieux 2', 'Tours', 37000]], isHidden: true },
      { name: 'Lieux', rows: [head, row] },
      {
        name: 'Listes',
        rows: [
          ['Oui', 'Non'],
          ['Gratuit', 'Payant'],
        ],
      },
    ]
    const table = await read(workbook(sheets))
    expect(table.cells).toEqual([{ Nom: 'Espace A', Ville: 'Blois', CP: '41000' }])
    expect(table).toMatchObject({ kind: 'xlsx', sheet: 'Lieux', sheets: ['Lisez-moi', 'Lieux', 'Listes'] })
    expect(table.notices).toEqual(['Feuille lue : « Lieux ». Les autres ne le sont pas : Lisez-moi, Listes.'])
    expect((await read(workbook(sheets), 'Brouillon')).cells).toHaveLength(2)
  })

  it('is read from the sheet that says most of places, longer ones notwithstanding', async () => {
    const services = Array.from({ length: 50 }, (_, index) => [`Service ${index}`, 'Ce que c’est'])
    const sheets = [
      { name: 'Services', rows: [['Libellé', 'Description'], ...services] },
      {
        name: 'Lieux',
        rows: [
          [...head, 'Adresse'],
          [...row, '1 rue A'],
        ],
      },
    ]
    expect((await read(workbook(sheets))).sheet).toBe('Lieux')
  })

  it('may have titles in merged cells above its names', async () => {
    const rows = [
      ['Annuaire des lieux du département'],
      [],
      ['Identité', null, 'Adresse'],
      ['Nom', 'Type', 'Ville'],
      ['A', 'CCAS', 'Blois'],
    ]
    const { keys, cells } = await read(workbook([{ name: 'A', rows, merges: ['A1:C1', 'A3:B3'] }]))
    expect(keys).toEqual(['Nom', 'Type', 'Ville'])
    expect(cells).toEqual([{ Nom: 'A', Type: 'CCAS', Ville: 'Blois' }])
  })

  it('gives numbers, dates and times as a person reads them', async () => {
    const cells: [TestCell, string][] = [
      [41000, '41000'],
      [{ number: 1000, format: '00000' }, '01000'],
      [{ number: 254000000, format: '00 00 00 00 00' }, '0254000000'],
      [{ number: '1.3000610900018E13', format: '0' }, '13000610900018'],
      [{ number: '1.2345678901234567E17', format: '0' }, '1.23E+17'],
      [{ number: '47.586000000000006', format: 'General' }, '47.586'],
      [{ number: 46348, format: 'dd/mm/yyyy' }, '2026-11-22'],
      [{ number: 46348.375, format: 'yyyy-mm-dd hh:mm' }, '2026-11-22T09:00'],
      [{ number: 0.5625, format: 'hh:mm' }, '13:30'],
      [{ number: 0.375, format: '[h]:mm' }, '09:00'],
      [{ number: 12.5, format: '0.00" €"' }, '12.5'],
      [{ number: 46348, format: '[$-40C]d mmmm yyyy;@' }, '2026-11-22'],
      [{ xml: '<c r="$" t="b"><v>1</v></c>' }, 'oui'],
      [{ xml: '<c r="$" t="inlineStr"><is><r><t>Espace </t></r><r><t>B</t></r></is></c>' }, 'Espace B'],
      [{ xml: '<c r="$" t="str"><v>a_x000D_b</v></c>' }, 'a\rb'],
    ]
    const names = cells.map((_, index) => `Nom ${index}`)
    const read_ = await read(workbook([{ name: 'A', rows: [names, cells.map(([cell]) => cell)] }]))
    expect(names.map((name) => (read_.cells[0] as Record<string, string>)[name])).toEqual(cells.map(([, text]) => text))
  })

  it('never works a formula out: the value saved with it is read, and its lack is told', async () => {
    const rows: TestCell[][] = [
      head,
      [{ formula: 'WEBSERVICE("http://evil.example")', value: 'Espace A' }, 'Blois', { formula: '1+1' }],
      ['B', 'Blois', { xml: '<c r="$" t="e"><v>#REF!</v></c>' }],
    ]
    const { cells, notices } = await read(workbook([{ name: 'A', rows }]))
    expect(cells).toEqual([
      { Nom: 'Espace A', Ville: 'Blois' },
      { Nom: 'B', Ville: 'Blois' },
    ])
    expect(notices).toEqual([
      'Cellules en erreur (#REF!, #N/A…), lues comme vides : 1.',
      expect.stringContaining('Formules enregistrées sans leur résultat, lues comme vides : 1.'),
    ])
  })

  it('says when merged cells hide what lower rows mean', async () => {
    const rows = [head, ['A', 'Blois', 41000], ['B', null, 41000]]
    const { notices } = await read(workbook([{ name: 'A', rows, merges: ['B2:B3'] }]))
    expect(notices).toEqual([expect.stringContaining('fusionnées')])
  })

  it('keeps its place when rows and columns are left out of the file', async () => {
    const xml =
      '<worksheet><sheetData><row r="3"><c r="B3" t="str"><v>Nom</v></c><c r="D3" t="str"><v>Ville</v></c></row><row r="9"><c r="D9" t="str"><v>Blois</v></c></row></sheetData></worksheet>'
    const bytes = workbook([{ name: 'A', rows: [] }], [{ name: 'xl/worksheets/sheet1.xml', content: xml }])
    const table = await openTable(bytes)
    const only = await table.rows().next()
    expect(only.value).toEqual({ line: 9, cells: new Map([['Ville', 'Blois']]) })
  })
})

describe('a zip is refused', () => {
  const sheet = (content: string) =>
    workbook([{ name: 'A', rows: [head, row] }], [{ name: 'xl/worksheets/sheet1.xml', content }])
  it.each([
    ['that is a document', zip([{ name: 'word/document.xml', content: '<a/>' }]), 'document Word'],
    ['that is an OpenDocument', zip([{ name: 'content.xml', content: '<a/>' }]), 'OpenDocument'],
    ['that is a binary workbook', zip([{ name: 'xl/workbook.bin', content: 'x' }]), 'XLSB'],
    ['that is an archive', zip([{ name: 'lieux.csv', content: 'a;b' }]), 'archive'],
    [
      'that asks for a password',
      zip([{ name: 'xl/workbook.xml', content: '<a/>', isEncrypted: true }]),
      'mot de passe',
    ],
    ['that is cut short', workbook([{ name: 'A', rows: [head, row] }]).subarray(0, 900), 'abîmé'],
    ['with a sheet that is no XML', sheet('<worksheet><sheetData><row>'), 'abîmé'],
    ['with entities to expand', sheet('<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;</worksheet>'), 'abîmé'],
    ['without any table', workbook([{ name: 'A', rows: [['Bonjour']] }]), 'aucun tableau'],
    ['with nothing below its names', workbook([{ name: 'A', rows: [head] }]), 'aucun lieu'],
  ])('%s', async (_, bytes, sentence) => {
    expect(await refusalOf(bytes)).toContain(sentence)
  })

  it('that says it inflates to gigabytes, before any of it is inflated', async () => {
    const bytes = workbook(
      [{ name: 'A', rows: [head, row] }],
      [{ name: 'xl/media/a.bin', content: 'x', saidSize: 4_000_000_000 }],
    )
    expect(await refusalOf(bytes)).toContain('énorme')
  })

  it('that inflates to more than it says', async () => {
    const content = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(200_000)}</sheetData></worksheet>`
    const lying = workbook(
      [{ name: 'A', rows: [head] }],
      [{ name: 'xl/worksheets/sheet1.xml', content, saidSize: 1000 }],
    )
    expect(await refusalOf(lying)).toContain('abîmé')
  })

  it('that inflates to one endless cell', async () => {
    const endless = `<sst><si><t>${'a'.repeat(20_000_000)}</t></si></sst>`
    const bytes = workbook([{ name: 'A', rows: [head] }], [{ name: 'xl/sharedStrings.xml', content: endless }])
    expect(bytes.length).toBeLessThan(100_000)
    expect(await refusalOf(bytes)).toContain('énorme')
  })

  it('with more rows than a list of places has', async () => {
    const content = `<worksheet><sheetData><row><c t="str"><v>Nom</v></c><c t="str"><v>Ville</v></c></row>${'<row><c t="str"><v>A</v></c><c t="str"><v>B</v></c></row>'.repeat(20_001)}</sheetData></worksheet>`
    expect(await refusalOf(sheet(content))).toContain('20\u202F000 lignes')
  })
})
