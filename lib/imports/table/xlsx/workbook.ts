import { UserError } from '@/lib/errors'
import { type Archive, openArchive, tooLarge } from './archive'
import { type CellFormat, formatOf } from './cell-format'
import { escaped, readXml } from './xml'

export interface Workbook {
  archive: Archive
  sheets: { name: string; path: string; isHidden: boolean }[]
  /** Whether days are counted from 1904, as old Macs did */
  isFrom1904: boolean
  /** Formats of numbers, by the style of a cell */
  formats: CellFormat[]
  /** The texts that cells share */
  texts: string[]
}

/** Characters of all the texts together. */
const longestTexts = 40_000_000
const mostTexts = 1_500_000

/**
 * Opens a workbook and reads what its sheets stand on: their names, the formats of numbers, the shared texts.
 *
 * @throws UserError for a zip that is no workbook, or one that is too large
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const archive = await openArchive(bytes)
  if (!archive.has('xl/workbook.xml')) throw new UserError(whatElse(archive))
  const targets = await readTargets(archive)
  const { sheets, isFrom1904 } = await readSheets(archive, targets)
  if (sheets.length === 0) throw new UserError('Ce classeur n’a aucune feuille de calcul.')
  return { archive, sheets, isFrom1904, formats: await readFormats(archive), texts: await readTexts(archive) }
}

function whatElse(archive: Archive): string {
  if (archive.has('xl/workbook.bin')) return 'Ce classeur est au format XLSB. Ouvrez-le et enregistrez-le en XLSX.'
  if (archive.has('word/document.xml'))
    return 'Ce fichier est un document Word. Il nous faut un tableau, en CSV ou en XLSX.'
  if (archive.has('ppt/presentation.xml'))
    return 'Ce fichier est une présentation. Il nous faut un tableau, en CSV ou en XLSX.'
  if (archive.has('content.xml'))
    return 'Ce fichier est au format OpenDocument (ODS). Ouvrez-le et enregistrez-le en XLSX ou en CSV.'
  return 'Ce fichier est une archive. Ouvrez-la et envoyez le tableau qu’elle contient.'
}

type Open = (name: string, attributes: Readonly<Record<string, string>>) => void

async function readPart(archive: Archive, name: string, open: Open): Promise<void> {
  for await (const _ of readXml(archive.read(name), { open, text: () => {}, close: () => {} }));
}

/** The paths of the parts, by their ids. */
async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readPart(archive, 'xl/_rels/workbook.xml.rels', (name, { Id, Target }) => {
    if (name === 'Relationship' && Id && Target)
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  })
  return targets
}

async function readSheets(archive: Archive, targets: ReadonlyMap<string, string>) {
  const sheets: Workbook['sheets'] = []
  let isFrom1904 = false
  await readPart(archive, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    if (name !== 'sheet') return
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const path = targets.get(id)
    const isHidden = (attributes.state ?? 'visible') !== 'visible'
    // A chart has a sheet of its own, without cells
    if (path && archive.has(path) && !path.includes('chartsheet'))
      sheets.push({ name: (attributes.name ?? '').slice(0, 100), path, isHidden })
  })
  return { sheets, isFrom1904 }
}

async function readFormats(archive: Archive): Promise<CellFormat[]> {
  const custom = new Map<string, string>()
  const formats: CellFormat[] = []
  let isCells = false
  await readPart(archive, 'xl/styles.xml', (name, attributes) => {
    if (name === 'numFmt') custom.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
    if (name === 'cellXfs') isCells = true
    else if (name === 'cellStyles' || name === 'dxfs') isCells = false
    else if (name === 'xf' && isCells) {
      const id = attributes.numFmtId ?? '0'
      formats.push(formatOf(Number(id), custom.get(id) ?? ''))
    }
  })
  return formats
}

async function readTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = []
  let length = 0
  let parts: string[] | null = null
  let isText = false
  const read = readXml(archive.read('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') parts = []
      isText = name === 't'
    },
    text(text) {
      if (isText) parts?.push(text)
    },
    close(name) {
      isText = false
      if (name !== 'si') return
      const text = escaped((parts ?? []).join(''))
      length += text.length
      if (length > longestTexts || texts.length >= mostTexts) throw new UserError(tooLarge)
      texts.push(text)
      parts = null
    },
  })
  for await (const _ of read);
  return texts
}
