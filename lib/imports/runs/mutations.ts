import 'server-only'
import type { Transaction } from '@/lib/db'
import type { FileFormat } from '@/lib/open-data/file-form'
import { applyGroups } from '../groups/mutations'
import type { Run } from '../run'
import { sourceNames } from '../source-names'
import { groupTwins, readGroups, settleRepeatedIds, type stagedSources } from '../stage/mutations'
import { nothingMore } from '../telling'

/** One import at a time: two would both think that a place is new. */
const lock = 20261123
/** Rows read or written at once. */
export const batch = 500
/** An import of a whole country may last; a killed one ends with its connection. Milliseconds. */
export const patience = { timeout: 12 * 3_600_000, maxWait: 60_000 }

/** Waits until no other import writes, and keeps the turn until the transaction ends. */
export async function takeTurn(tx: Transaction, onWait: () => void): Promise<void> {
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${lock}) AS mine`
  if (turn?.mine) return
  onWait()
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`
}

/** Once all rows are staged: lets one row speak for each id and each place, and tells of the others. */
export async function settleStage(tx: Transaction, run: Run): Promise<void> {
  for (const { row, line, externalId, winner, isSame } of await settleRepeatedIds(tx)) {
    if (isSame) run.counts.duplicates += 1
    else run.counts.refused += 1
    const kind = isSame ? 'duplicate' : 'refused'
    const reason = isSame
      ? `Répète la ligne ${winner}`
      : `Même identifiant que la ligne ${winner}, qui est plus récente ou écrite après`
    run.entries.add({ line, id: externalId, kind, reason })
    run.onFate?.({ row, kind, placeId: null, ...nothingMore, reason })
  }
  await groupTwins(tx)
}

/** What the history keeps of a run. */
export interface RunDetails {
  fileName: string
  format: FileFormat
  /** Name of the source, when the person says it */
  sourceName?: string
  uploadId?: string
}

/** The sources of the file, and the line of history that its changes will name. */
export async function openRun(
  tx: Transaction,
  run: Run,
  sources: Awaited<ReturnType<typeof stagedSources>>,
  { fileName, format, sourceName, uploadId }: RunDetails,
): Promise<void> {
  const ids = new Map<string, string>()
  for (const { source, collectedBy } of sources) {
    const name = sourceName ?? sourceNames[source] ?? collectedBy ?? source
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
    data: { sourceId, fileName, format, uploadId, userId: run.user?.id, ...empty },
    select: { id: true },
  })
  run.id = id
}

/**
 * Brings places up to date with the stage, batch by batch; a dry run only tells what it would do.
 *
 * @param onRows hears how many rows have been written, of how many
 */
export async function writeStage(
  tx: Transaction,
  run: Run,
  onRows: (done: number, total: number) => void | Promise<void>,
): Promise<void> {
  const total = run.counts.rows - run.counts.refused - run.counts.duplicates
  let after = -1
  for (let done = 0; ; ) {
    const groups = await readGroups(tx, after, batch)
    if (groups.size === 0) return
    await applyGroups(tx, run, [...groups.values()])
    after = Math.max(...groups.keys())
    for (const group of groups.values()) done += group.length
    await onRows(done, total)
  }
}
