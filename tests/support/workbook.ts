import { type ZipPart, zip } from './zip'

/** A cell: a text, a number, a number with the format of its style, a formula with the value saved, or XML as it is. */
export type TestCell =
  | string
  | number
  | null
  | { number: number | string; format: string }
  | { formula: string; value?: string }
  | { xml: string }

export interface TestSheet {
  name: string
  rows: readonly (readonly TestCell[])[]
  isHidden?: boolean
  /** `A1:C1` */
  merges?: readonly string[]
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An XLSX workbook as a spreadsheet writes it, texts shared. */
export function workbook(sheets: readonly TestSheet[], extra: readonly ZipPart[] = []): Buffer {
  const texts: string[] = []
  const formats: string[] = []
  const parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheet, texts, formats),
  }))
  const named = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="r${index + 1}"/>`,
  )
  const targets = sheets.map(
    (_, index) =>
      `<Relationship Id="r${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const styles = formats.map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`)
  const cellFormats = ['<xf numFmtId="0"/>', ...formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`)]
  const shared = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
  const standard: ZipPart[] = [
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main} xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${targets.join('')}</Relationships>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${main}><numFmts>${styles.join('')}</numFmts><cellXfs>${cellFormats.join('')}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${shared.join('')}</sst>` },
    ...parts,
  ]
  const replaced = new Set(extra.map(({ name }) => name))
  return zip([...standard.filter(({ name }) => !replaced.has(name)), ...extra])
}

function sheetXml({ rows, merges = [] }: TestSheet, texts: string[], formats: string[]): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, texts, formats))
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet ${main}><sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`
}

function cellXml(cell: TestCell, at: string, texts: string[], formats: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if ('xml' in cell) return cell.xml.replace('$', at)
  if ('formula' in cell)
    return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f>${cell.value === undefined ? '' : `<v>${escaped(cell.value)}</v>`}</c>`
  const known = formats.indexOf(cell.format)
  const style = known === -1 ? formats.push(cell.format) : known + 1
  return `<c r="${at}" s="${style}"><v>${cell.number}</v></c>`
}

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
