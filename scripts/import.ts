import { parseArgs } from 'node:util'
import { withDatabase } from './database/with-database'

const usage = 'Usage : npm run import -- FICHIER… [--source NOM] [--format FORMAT] [--dry-run] [--report FICHIER]'

const { files, source, format, isDryRun, reportPath } = readArguments()

await withDatabase(async () => {
  const { importFile } = await import('@/lib/imports/mutations')
  const { createReportWriter } = await import('@/lib/imports/report-writer')
  const { countsTable, firstRefusals, outcome } = await import('@/lib/imports/report-words')
  const { createProgress } = await import('./import-progress')
  const writer = reportPath ? await createReportWriter(reportPath) : null
  const failures: string[] = []
  const reports = []
  for (const path of files) {
    const progress = createProgress(path)
    try {
      const onEntry = writer ? writer.entriesOf(path) : undefined
      const report = await importFile({ path, source, format, isDryRun, onProgress: progress.show, onEntry })
      progress.stop()
      reports.push(report)
      for (const line of [outcome(report), ...firstRefusals(report)]) console.log(line)
      if (report.refused === report.rows) failures.push(`${path} : aucun lieu n’a pu être repris.`)
    } catch (error) {
      progress.stop()
      failures.push(`${path} : ${error instanceof Error ? error.message : error}`)
    }
  }
  await writer?.close(reports)
  if (reports.length > 0) console.log(`\n${countsTable(reports)}`)
  if (reportPath) console.log(`Rapport complet : ${reportPath}`)
  if (failures.length > 0) throw new Error(failures.join('\n'))
})

function readArguments() {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { source: text, format: text, report: text, 'dry-run': { type: 'boolean', default: false } },
    })
    if (positionals.length === 0) throw new Error('Aucun fichier n’est nommé.')
    return {
      files: positionals,
      source: values.source,
      format: readFormat(values.format),
      isDryRun: values['dry-run'],
      reportPath: values.report,
    }
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function readFormat(format: string | undefined) {
  const formats = ['france-services', 'national', 'national-2022', 'fabriques', 'geojson'] as const
  if (format === undefined) return undefined
  const known = formats.find((name) => name === format)
  if (!known) throw new Error(`Le format « ${format} » n’existe pas. Formats : ${formats.join(', ')}.`)
  return known
}
