import type { ImportReport } from './report'

const refusalsShown = 10

/** One sentence on what an import did. */
export function outcome(report: ImportReport): string {
  const { told, absent } = report
  const details = [
    told.repaired ? `${told.repaired} réparations` : '',
    told.dropped ? `${told.dropped} valeurs non reprises` : '',
    told.older ? `${told.older} fiches plus anciennes laissées` : '',
    told.kept ? `${told.kept} corrections gardées` : '',
    absent ? `${absent} lieux absents de ce fichier, gardés` : '',
  ].filter(Boolean)
  const form = [
    report.format,
    report.encoding,
    report.separator && `séparateur « ${report.separator === '\t' ? 'tabulation' : report.separator} »`,
  ]
  const seconds = (report.duration / 1000).toLocaleString('fr', { maximumFractionDigits: 1 })
  const dry = report.isDryRun ? ' (essai : rien n’est écrit)' : ''
  return `${report.file} (${form.filter(Boolean).join(', ')}) en ${seconds} s${dry}${details.length > 0 ? ` : ${details.join(', ')}` : ''}.`
}

/** The first refusals, a line each. */
export function firstRefusals({ entries, refused }: ImportReport): string[] {
  const shown = entries.filter(({ kind }) => kind === 'refused').slice(0, refusalsShown)
  const lines = shown.map(({ line, id, reason }) => `  ligne ${line}${id ? ` (${id})` : ''} refusée : ${reason}`)
  return refused > shown.length ? [...lines, `  … et ${refused - shown.length} autres : voir --report`] : lines
}

const columns = [
  ['lignes', 'rows'],
  ['ajoutées', 'added'],
  ['mises à jour', 'updated'],
  ['inchangées', 'unchanged'],
  ['doublons', 'duplicates'],
  ['refusées', 'refused'],
] as const

/** The rows of each file, counted, in columns of equal width. */
export function countsTable(reports: readonly ImportReport[]): string {
  const table = [
    ['fichier', ...columns.map(([title]) => title)],
    ...reports.map((report) => [report.file, ...columns.map(([, count]) => String(report[count]))]),
  ]
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  return table.map((row) => row.map(pad).join('  ')).join('\n')
}
