/** What a number of a cell is: a date, a time, both, or digits that keep their zeros. */
export type CellFormat = { kind: 'plain' } | { kind: 'date' | 'time' | 'moment' } | { kind: 'digits'; length: number }

const dates = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const times = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47])

/** Reads a format of numbers: one of those that every workbook has, by its number, or one of its own. */
export function formatOf(id: number, code: string): CellFormat {
  if (code === '') {
    if (dates.has(id)) return { kind: 'date' }
    if (times.has(id)) return { kind: 'time' }
    return { kind: id === 22 ? 'moment' : 'plain' }
  }
  // What is quoted or in brackets is shown as it is, but for hours beyond a day: [h]
  const [positive = ''] = code.replace(/"[^"]*"|\\./g, '').split(';')
  const bare = positive.replace(/\[(?![hms]+\])[^\]]*\]/gi, '').toLowerCase()
  if (/general|standard/.test(bare)) return { kind: 'plain' }
  const hasDay = /[yd]|[aj](?=[aj/.\s-])/.test(bare)
  const hasTime = /[hs]/.test(bare)
  if (hasDay) return { kind: hasTime ? 'moment' : 'date' }
  if (hasTime) return { kind: 'time' }
  if (/^m+$/.test(bare)) return { kind: 'date' }
  const zeros = bare.replace(/[\s.\-/]/g, '')
  return /^0{2,20}$/.test(zeros) && !/\.0+$/.test(bare.trim().replace(/^0{2,}\.0{2,}.+/, ''))
    ? { kind: 'digits', length: zeros.length }
    : { kind: 'plain' }
}

/** Milliseconds of the day 0: Excel counts from the last day of 1899, with a day that never was in February 1900. */
const epoch = Date.UTC(1899, 11, 30)
const day = 86_400_000

/**
 * A number as its format shows it: `2026-11-22`, `09:30`, `01000`. Whole numbers are written with all their digits.
 *
 * @param text the number as stored, perhaps with an exponent
 */
export function numberText(text: string, format: CellFormat, isFrom1904: boolean): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  if (format.kind === 'plain' || format.kind === 'digits') {
    const written = digits(number)
    return format.kind === 'digits' && /^\d+$/.test(written) ? written.padStart(format.length, '0') : written
  }
  if (number < 0 || number > 2_958_465) return text
  if (number < 1 || format.kind === 'time') return clock(number)
  const moment = new Date(Math.round((epoch + (number + (isFrom1904 ? 1462 : 0)) * day) / 60_000) * 60_000)
  const date = moment.toISOString().slice(0, 10)
  return format.kind === 'date' ? date : `${date}T${moment.toISOString().slice(11, 16)}`
}

/** Spreadsheets keep fifteen digits: beyond, the last ones are lost, and it shows. */
function digits(number: number): string {
  if (Number.isInteger(number))
    return Math.abs(number) < 1e15 ? String(number) : number.toExponential(2).replace('e', 'E')
  return String(Number(number.toPrecision(15)))
}

function clock(number: number): string {
  const minutes = Math.round(number * 1440)
  const ofDay = minutes > 1440 ? minutes % 1440 : minutes
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}
