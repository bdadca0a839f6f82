import 'server-only'
import type { Transaction } from '@/lib/db'
import { type Snapshot, same } from '@/lib/places/snapshot'
import { type FileSuggestion, nextSuggestion } from './suggestion'

/**
 * Lets what a file says against corrections wait for a person, one proposal a place and a source: a
 * later release takes the place of an earlier one.
 */
export async function proposeChanges(
  tx: Transaction,
  runId: string,
  suggestions: readonly FileSuggestion[],
): Promise<void> {
  const key = ({ placeId, source }: { placeId: string; source: string | null }) => `${placeId} ${source}`
  const open = await tx.proposal.findMany({
    where: { status: 'OPEN', origin: 'IMPORT', placeId: { in: suggestions.map(({ placeId }) => placeId) } },
    select: { id: true, placeId: true, source: true, changes: true },
  })
  const before = new Map(open.map((proposal) => [key(proposal), proposal]))
  const next = suggestions.flatMap((suggestion) => {
    const former = before.get(key(suggestion))
    const said = (former?.changes ?? {}) as Snapshot
    const changes = nextSuggestion(said, suggestion)
    return same({ ...said }, { ...changes }) ? [] : [{ ...suggestion, changes, former }]
  })
  await tx.proposal.updateMany({
    where: { id: { in: next.flatMap(({ former }) => former?.id ?? []) } },
    data: { status: 'REPLACED', handledAt: new Date(), replacedByRunId: runId },
  })
  await tx.proposal.createMany({
    data: next.flatMap(({ placeId, source, version, changes }) =>
      Object.keys(changes).length > 0
        ? [{ placeId, origin: 'IMPORT' as const, version, changes: changes as object, source, importRunId: runId }]
        : [],
    ),
  })
}

/**
 * Takes back what an import suggested, and lets what it had taken the place of wait again. Nothing of the places in
 * `left`, nor where another import suggests something else by now.
 */
export async function undoProposals(
  tx: Transaction,
  runId: string,
  userId: string,
  left: readonly string[],
): Promise<void> {
  await tx.proposal.updateMany({
    where: { importRunId: runId, status: 'OPEN', placeId: { notIn: [...left] } },
    data: { status: 'REPLACED', handledAt: new Date(), handledById: userId },
  })
  await tx.$executeRaw`
    UPDATE "Proposal" p SET status = 'OPEN', "handledAt" = NULL, "replacedByRunId" = NULL, version = place.version
    FROM "Place" place
    WHERE p."replacedByRunId" = ${runId}::uuid AND p.status = 'REPLACED' AND place.id = p."placeId"
      AND place.status <> 'ARCHIVED' AND p."placeId" <> ALL (${[...left]}::text[])
      AND NOT EXISTS (
        SELECT FROM "Proposal" other WHERE other."placeId" = p."placeId" AND other.status = 'OPEN'
          AND other.origin = 'IMPORT' AND other.source = p.source)`
}
