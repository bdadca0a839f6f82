import 'server-only'
import { basename } from 'node:path'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import type { FileFormat } from '@/lib/open-data/file-form'
import { openSourceFile, type SourceFile } from '@/lib/open-data/source-file'
import { applyGroups } from './groups/mutations'
import { loadCommunes } from './queries'
import { type ImportReport, ReportEntries, type ReportEntry } from './report'
import { type Judge, judgeRow } from './row-judgement'
import type { Run } from './run'
import { sourceNames } from './source-names'
import {
  createStage,
  findAbsent,
  groupTwins,
  type NumberedRow,
  readGroups,
  settleRepeatedIds,
  stagedSources,
  stageRows,
} from './stage/mutations'

export interface ImportRequest {
  path: string
  /** Name of the source, when the person says it */
  source?: string
  /** When the file could be several */
  format?: FileFormat
  isDryRun?: boolean
  onProgress?: (progress: ImportProgress) => void
  /** Hears every entry of the report, which keeps only so many itself */
  onEntry?: (entry: ReportEntry) => void
}

/** `waiting` for another import, `reading` bytes, `writing` rows. */
export interface ImportProgress {
  phase: 'waiting' | 'reading' | 'writing'
  done: number
  total: number
}

/** One import at a time: two would both think that a place is new. */
const lock = 20261123
const batch = 500
/** An import of a whole country may last; a killed one ends with its connection. Milliseconds. */
const patience = { timeout: 12 * 3_600_000, maxWait: 60_000 }

/**
 * Imports a file of places: all of it or, when it fails or is killed, nothing. Run again, it changes
 * nothing; a newer release of the same source updates what it says otherwise. Refused rows do not
 * stop the others.
 *
 * @throws UserError when the file cannot be read, or holds no row that can be taken
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  const started = Date.now()
  const file = await openSourceFile(request.path, request.format)
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
  }
  const progress = request.onProgress ?? (() => {})

  const work = async (tx: Transaction): Promise<ImportReport> => {
    await takeTurn(tx, progress)
    await createStage(tx)
    await stage(tx, run, file, request, progress)
    const sources = await stagedSources(tx)
    const report = (): ImportReport => ({
      ...counts,
      file: basename(request.path),
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
    if (!request.isDryRun) await openRun(tx, run, sources, request, file.form.format)
    await write(tx, run, progress)
    for (const { externalId, name } of await findAbsent(tx, report().sources))
      entries.add({ line: null, id: externalId, kind: 'absent', value: name, reason: 'Absent de ce fichier : gardé' })
    if (request.isDryRun) throw new DryRunOver(report())
    if (counts.refused === counts.rows) throw new NothingTaken(report())
    const { entries: told, leftOff } = report()
    await tx.importRun.update({
      where: { id: run.id ?? '' },
      data: { ...counts, report: { entries: told, leftOff } as object },
    })
    return report()
  }
  return db.$transaction(work, patience).catch((error: unknown) => {
    // Thrown so that the transaction leaves no trace
    if (error instanceof DryRunOver || error instanceof NothingTaken) return error.report
    throw error
  })
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

async function takeTurn(tx: Transaction, progress: NonNullable<ImportRequest['onProgress']>): Promise<void> {
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${lock}) AS mine`
  if (turn?.mine) return
  progress({ phase: 'waiting', done: 0, total: 0 })
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`
}

/** Reads the file to its end, and lets the rows that can be taken wait in the database. */
async function stage(
  tx: Transaction,
  run: Run,
  file: SourceFile,
  request: ImportRequest,
  progress: NonNullable<ImportRequest['onProgress']>,
) {
  const judge: Judge = { format: file.form.format, source: request.source, today: run.today, communes: run.communes }
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
  for (const { line, externalId, winner, isSame } of await settleRepeatedIds(tx)) {
    if (isSame) run.counts.duplicates += 1
    else run.counts.refused += 1
    const kind = isSame ? 'duplicate' : 'refused'
    const reason = isSame
      ? `Répète la ligne ${winner}`
      : `Même identifiant que la ligne ${winner}, qui est plus récente ou écrite après`
    run.entries.add({ line, id: externalId, kind, reason })
  }
  await groupTwins(tx)
}

/** The sources of the file, and the line of history that its changes will name. */
async function openRun(
  tx: Transaction,
  run: Run,
  sources: Awaited<ReturnType<typeof stagedSources>>,
  request: ImportRequest,
  format: FileFormat,
) {
  const ids = new Map<string, string>()
  for (const { source, collectedBy } of sources) {
    const name = request.source ?? sourceNames[source] ?? collectedBy ?? source
    const { id } = await tx.source.upsert({
      where: { slug: source },
      create: { slug: source, name },
      update: {},
      select: { id: true },
    })
    ids.set(source, id)
  }
  run.sourceIds = ids
  const sourceId = ids.get(sources[0]?.source ?? '') ?? ''
  const empty = { rows: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, refused: 0, report: {} }
  const { id } = await tx.importRun.create({
    data: { sourceId, fileName: basename(request.path), format, ...empty },
    select: { id: true },
  })
  run.id = id
}

async function write(tx: Transaction, run: Run, progress: NonNullable<ImportRequest['onProgress']>): Promise<void> {
  const total = run.counts.rows - run.counts.refused - run.counts.duplicates
  let after = -1
  for (let done = 0; ; ) {
    const groups = await readGroups(tx, after, batch)
    if (groups.size === 0) return
    await applyGroups(tx, run, [...groups.values()])
    after = Math.max(...groups.keys())
    for (const group of groups.values()) done += group.length
    progress({ phase: 'writing', done, total })
  }
}
