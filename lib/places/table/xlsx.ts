import { Zip, ZipDeflate } from 'fflate'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a workbook (ECMA-376) of one sheet, but for the sheet. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${xml}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="Lieux" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${document}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

/** The head stays in sight. */
const sheetStart = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="50" width="24" customWidth="1"/></cols><sheetData>`
const sheetEnd = '</sheetData></worksheet>'

/** What XML cannot hold, whatever is typed: control characters and halves of characters. */
const unwritable = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A cell holds 32,767 characters at most. Text, never a formula nor a number: postcodes keep their zeros. */
function cellOf(text: string, at: string): string {
  const written = text
    .slice(0, 32_000)
    .replace(unwritable, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
  return written === '' ? '' : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`
}

/** @param number from 1; no file of ours has more than 26 columns */
const rowOf = (cells: readonly string[], number: number) =>
  `<row r="${number}">${cells.map((text, index) => cellOf(text, String.fromCharCode(65 + index) + number)).join('')}</row>`

/** A workbook of text cells, compressed batch by batch: 20,000 rows neither stop other answers nor fill memory. */
export async function* xlsxOf(
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for (const [name, text] of Object.entries(parts)) {
    const part = new ZipDeflate(name)
    zip.add(part)
    part.push(encoder.encode(text), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 })
  zip.add(sheet)
  sheet.push(encoder.encode(sheetStart + rowOf(headers, 1)))
  let number = 1
  for await (const rows of batches) {
    sheet.push(encoder.encode(rows.map((cells) => rowOf(cells, ++number)).join('')))
    yield* ready.splice(0)
  }
  sheet.push(encoder.encode(sheetEnd), true)
  zip.end()
  yield* ready.splice(0)
}
