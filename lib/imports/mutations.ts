import 'server-only'
import { basename } from 'node:path'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { userWithRights } from '@/lib/accounts/queries'
import { db, type Transaction } from '@/lib/db'
import { queueSweep } from '@/lib/duplicates/sweep/mutations'
import { ForbiddenError, UserError } from '@/lib/errors'
import { jsonText } from '@/lib/json-text'
import type { FileFormat } from '@/lib/open-data/file-form'
import { latestDay } from '@/lib/open-data/record-date'
import { openSourceFile, type SourceFile } from '@/lib/open-data/source-file'
import { loadCommunes } from './queries'
import { type ImportReport, ReportEntries, type ReportEntry } from './report'
import { type Judge, judgeRow } from './row-judgement'
import type { Run } from './run'
import { batch, openRun, patience, settleStage, takeTurn, writeStage } from './runs/mutations'
import { createStage, findAbsent, type NumberedRow, stagedSources, stageRows, unsaidFields } from './stage/mutations'
import { mayImport } from './uploads/access'

/** What an import may be told, wherever its rows come from. */
export interface ImportOptions {
  /** Name of the source, when the person says it */
  source?: string
  /** On whose behalf: she adds and changes what she may only. The product itself may everything */
  user?: CurrentUser
  isDryRun?: boolean
  /** Columns that the source had before have left its file: what no row says stays as it was */
  keepsUnsaid?: boolean
  onProgress?: (progress: ImportProgress) => void
  /** Hears every entry of the report, which keeps only so many itself */
  onEntry?: (entry: ReportEntry) => void
  /** Written with the import, or not at all */
  inTheEnd?: (tx: Transaction, report: ImportReport) => Promise<void>
}

export interface ImportRequest extends ImportOptions {
  path: string
  /** When the file could be several */
  format?: FileFormat
}

/** `waiting` for another import, `reading` bytes, `writing` rows. */
export interface ImportProgress {
  phase: 'waiting' | 'reading' | 'writing'
  done: number
  total: number
}

/**
 * Imports a file of places: all of it or, when it fails or is killed, nothing. Run again, it changes
 * nothing; a newer release of the same source updates what it says otherwise. Refused rows do not
 * stop the others.
 *
 * @throws UserError when the file cannot be read, or holds no row that can be taken
 */
export async function importFile({ path, format, ...options }: ImportRequest): Promise<ImportReport> {
  return importRows(await openSourceFile(path, format), { ...options, fileName: basename(path) })
}

/** The same of rows that come from anywhere. Throws as `importFile` does. */
export async function importRows(
  file: SourceFile,
  request: ImportOptions & { fileName: string },
): Promise<ImportReport> {
  const started = Date.now()
  const communes = await loadCommunes()
  const entries = new ReportEntries(request.onEntry)
  const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, refused: 0 }
  const run: Run = {
    id: null,
    sourceIds: new Map(),
    communes,
    today: new Date().toISOString().slice(0, 10),
    counts,
    entries,
    user: request.user ?? null,
    isReviewed: false,
  }
  const progress = request.onProgress ?? (() => {})

  const work = async (tx: Transaction): Promise<ImportReport> => {
    await takeTurn(tx, () => progress({ phase: 'waiting', done: 0, total: 0 }))
    // What she may do once her turn has come, whatever it was before
    if (request.user) run.user = await withRightsOfNow(tx, request.user)
    await createStage(tx)
    await stage(tx, run, file, request, progress)
    const sources = await stagedSources(tx)
    const report = (): ImportReport => ({
      ...counts,
      file: request.fileName,
      format: file.form.format,
      encoding: file.encoding(),
      separator: file.form.kind === 'csv' ? file.form.separator : null,
      sources: sources.map(({ source }) => source),
      isDryRun: request.isDryRun ?? false,
      absent: entries.told.absent ?? 0,
      duration: Date.now() - started,
      told: entries.told,
      entries: entries.kept,
      leftOff: entries.leftOff,
    })
    if (sources.length === 0) throw new NothingTaken(report())
    const details = { fileName: request.fileName, format: file.form.format, sourceName: request.source }
    if (!request.isDryRun) await openRun(tx, run, sources, details)
    await writeStage(tx, run, (done, total) => progress({ phase: 'writing', done, total }))
    for (const { externalId, name } of await findAbsent(tx, report().sources))
      entries.add({ line: null, id: externalId, kind: 'absent', value: name, reason: 'Absent de ce fichier : gardé' })
    if (request.isDryRun) throw new DryRunOver(report())
    if (counts.refused === counts.rows) throw new NothingTaken(report())
    const { entries: told, leftOff } = report()
    await tx.importRun.update({
      where: { id: run.id ?? '' },
      data: { ...counts, report: JSON.parse(jsonText({ entries: told, leftOff })) as object },
    })
    if (counts.added + counts.updated > 0) await queueSweep(tx)
    await request.inTheEnd?.(tx, report())
    return report()
  }
  return db.$transaction(work, patience).catch((error: unknown) => {
    // Thrown so that the transaction leaves no trace
    if (error instanceof DryRunOver || error instanceof NothingTaken) return error.report
    throw error
  })
}

async function withRightsOfNow(tx: Transaction, { id }: CurrentUser): Promise<CurrentUser> {
  const user = await userWithRights(id, tx)
  if (!user || !mayImport(user)) throw new ForbiddenError('La personne n’a plus le droit d’importer des lieux.')
  return user
}

class DryRunOver extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run')
  }
}

class NothingTaken extends Error {
  constructor(readonly report: ImportReport) {
    super('nothing taken')
  }
}

/** Reads the file to its end, and lets the rows that can be taken wait in the database. */
async function stage(
  tx: Transaction,
  run: Run,
  file: SourceFile,
  request: ImportOptions,
  progress: NonNullable<ImportOptions['onProgress']>,
) {
  const judge: Judge = {
    format: file.form.format,
    source: request.source,
    today: latestDay(new Date()),
    communes: run.communes,
  }
  let waiting: NumberedRow[] = []
  const rows = file.rows((done) => progress({ phase: 'reading', done, total: file.size }))
  for await (const row of rows) {
    run.counts.rows += 1
    const judgement = judgeRow(row, judge)
    for (const entry of judgement.entries) run.entries.add(entry)
    if (judgement.row) waiting.push({ ...judgement.row, row: run.counts.rows })
    else run.counts.refused += 1
    if (waiting.length >= batch) {
      await stageRows(tx, waiting)
      waiting = []
    }
  }
  if (run.counts.rows === 0) throw new UserError('Le fichier ne contient aucun lieu.')
  await stageRows(tx, waiting)
  for (const [field, { line, value }] of file.ignored())
    run.entries.add({ line, id: null, kind: 'dropped', field, value, reason: 'Colonne inconnue, non reprise' })
  await settleStage(tx, run)
  if (request.keepsUnsaid) run.unsaid = await unsaidFields(tx)
}
