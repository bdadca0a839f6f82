import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { userWithRights } from '@/lib/accounts/queries'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, UserError } from '@/lib/errors'
import { type Downloaded, download } from '@/lib/http/download'
import { queueMail } from '@/lib/mail/mutations'
import type { Prisma } from '@/prisma/client/client'
import { absentColumns, lostColumns } from '../../mapping/completeness'
import { guessMapping } from '../../mapping/guess'
import { mappedFile } from '../../mapping/mapped-file'
import { type Mapping, mappingSchema, mostBytes } from '../../mapping/schema'
import { importRows } from '../../mutations'
import type { ImportReport } from '../../report'
import { openTable } from '../../table/open-table'
import type { OpenTable } from '../../table/table'
import { mayImport } from '../../uploads/access'
import { peopleToTell } from '../queries'
import { changedMail, failedMail, type NamedSource, whatNeedsHer } from '../words'

/** What reading a source again gave: `idle` when it was not its time, `same` when the file had not changed. */
export type Refreshed =
  | { kind: 'idle' | 'same' }
  | { kind: 'imported'; report: ImportReport }
  | { kind: 'failed'; reason: string }

export interface RefreshOptions {
  signal?: AbortSignal
  /** Which addresses may be asked, where a test has a server of its own */
  isAllowed?: (address: string) => boolean
}

/** A server may rest for a night: people are only told the third time. */
const failuresUntold = 3
/** Tried again the day after for a week, then at its own rhythm. */
const failuresNextDay = 7

type SourceUpdate = Prisma.SourceUpdateManyMutationInput

/** A file that cannot be read until a person does something: she is told at once. */
class NeedsHer extends UserError {}

/** Somebody stopped these readings, or gave another address, while the file was read. */
class NoLongerAsked extends Error {}

/**
 * Reads a source again from its address if its time has come, and imports what changed on behalf of the person who
 * asked for it. Started twice, the second finds nothing to do; killed half-way, nothing is half-imported and the next
 * start begins again.
 */
export async function refreshSource(id: string, now: Date, options: RefreshOptions = {}): Promise<Refreshed> {
  return readAgain(id, now, options).catch((error: unknown) => {
    if (error instanceof NoLongerAsked) return { kind: 'idle' }
    throw error
  })
}

async function readAgain(id: string, now: Date, options: RefreshOptions): Promise<Refreshed> {
  const source = await db.source.findFirst({ where: { id, nextRefresh: { lte: now } } })
  if (!source?.refreshUrl || !source.refreshDays) return { kind: 'idle' }
  const named: NamedSource = { id, name: source.name, url: source.refreshUrl }
  const user = await userWithRights(source.refreshUserId)
  const done = {
    refreshedAt: now,
    nextRefresh: inDays(now, source.refreshDays),
    refreshError: null,
    refreshFailures: 0,
  }
  try {
    if (!user || !mayImport(user))
      throw new ForbiddenError('La personne qui avait demandé ces lectures n’a plus le droit d’importer des lieux.')
    const file = await download({
      url: named.url,
      longest: mostBytes,
      etag: source.refreshEtag,
      lastModified: source.refreshLastModified,
      userAgent: `a-deux-pas (+${env().PUBLIC_URL})`,
      ...options,
    })
    if (file.kind === 'same') {
      await settle(db, named, done)
      return { kind: 'same' }
    }
    const version = { refreshEtag: short(file.etag), refreshLastModified: short(file.lastModified) }
    const table = await open(file, sheetOf(source.mapping))
    if (table.digest === source.refreshDigest) {
      await settle(db, named, { ...done, ...version })
      return { kind: 'same' }
    }
    const mapping = mappingOf(source.mapping, table)
    const report = await importRows(mappedFile(table, mapping), {
      fileName: file.fileName,
      source: source.slug,
      user,
      keepsUnsaid: lostColumns(mapping, table).length > 0,
      async inTheEnd(tx, imported) {
        await settle(tx, named, { ...done, ...version, refreshDigest: table.digest })
        if (whatNeedsHer(imported).length === 0) return
        const to = await peopleToTell(user)
        await queueMail(tx, ...to.map((email) => changedMail(named, imported, table.digest, email, env().PUBLIC_URL)))
      },
    })
    refuseNothing(report)
    return { kind: 'imported', report }
  } catch (error) {
    if (options.signal?.aborted || error instanceof NoLongerAsked) throw error
    if (error instanceof UserError) return fail(named, source, user, error, now)
    console.error(error)
    return fail(named, source, user, new UserError('Une erreur de notre côté a empêché de lire ce fichier.'), now)
  }
}

/**
 * What is written of a source.
 *
 * @throws NoLongerAsked when somebody stopped its readings or gave it another address meanwhile: nothing is to stay
 */
async function settle(client: Transaction | typeof db, { id, url }: NamedSource, data: SourceUpdate): Promise<void> {
  const { count } = await client.source.updateMany({ where: { id, refreshUrl: url }, data })
  if (count === 0) throw new NoLongerAsked()
}

async function fail(
  named: NamedSource,
  {
    refreshFailures,
    refreshDays,
    refreshedAt,
  }: { refreshFailures: number; refreshDays: number | null; refreshedAt: Date | null },
  user: CurrentUser | null,
  error: UserError,
  now: Date,
): Promise<Refreshed> {
  const failures = refreshFailures + 1
  const needsHer = error instanceof NeedsHer || error instanceof ForbiddenError
  const isTold = user !== null && (needsHer || failures >= failuresUntold)
  const to = isTold ? await peopleToTell(user) : []
  await db.$transaction(async (tx) => {
    await settle(tx, named, {
      refreshError: error.message,
      refreshFailures: failures,
      nextRefresh: inDays(now, failures <= failuresNextDay ? 1 : (refreshDays ?? 1)),
    })
    const mails = to.map((email) => failedMail(named, error.message, refreshedAt, email, env().PUBLIC_URL))
    if (mails.length > 0) await queueMail(tx, ...mails)
  })
  return { kind: 'failed', reason: error.message }
}

async function open({ bytes }: Downloaded & { kind: 'new' }, sheet: string | null): Promise<OpenTable> {
  return openTable(bytes, sheet).catch((error: unknown) => {
    throw error instanceof UserError ? new NeedsHer(error.message) : error
  })
}

/** A release whose rows are all refused left nothing behind. */
function refuseNothing({ refused, rows, entries }: ImportReport): void {
  if (refused < rows) return
  const [first] = entries.filter(({ kind }) => kind === 'refused')
  throw new NeedsHer(`Aucune ligne du fichier n’a pu être reprise. La première : ${first?.reason ?? 'illisible'}.`)
}

function sheetOf(mapping: unknown): string | null {
  const parsed = mappingSchema.safeParse(mapping)
  return parsed.success ? parsed.data.sheet : null
}

/** As the source's files were read before. A column that left is not taken for one that says nothing: it would empty every place. */
function mappingOf(kept: unknown, table: OpenTable): Mapping {
  const parsed = mappingSchema.safeParse(kept)
  const guessed = guessMapping(table)
  const mapping = parsed.success && Object.keys(parsed.data.fields).length > 0 ? parsed.data : guessed.mapping
  if (mapping === guessed.mapping && !guessed.isKnownFormat)
    throw new NeedsHer(
      'Nous ne savons pas encore lire ce fichier : importez-le une fois, pour dire ce que ses colonnes contiennent.',
    )
  const absent = absentColumns(mapping, table)
  if (absent.length > 0)
    throw new NeedsHer(
      `Des colonnes ont disparu du fichier : ${absent.slice(0, 5).join(', ')}. Importez-le une fois, pour dire ce qui les remplace.`,
    )
  return mapping
}

/** A header of a hostile server has no length of its own. */
function short(header: string | null): string | null {
  return header !== null && header.length <= 500 ? header : null
}

function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000)
}
