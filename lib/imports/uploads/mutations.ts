import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { mayOnPlace } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/mutations'
import { keysWithoutJob } from '@/lib/jobs/queries'
import { slugOf } from '@/lib/open-data/vocabulary'
import { uploadLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { Prisma } from '@/prisma/client/client'
import { type Mapping, mappingSchema, mostBytes } from '../mapping/schema'
import { loadCommunesOf } from '../queries'
import { planRows } from '../steps/comparing/mutations'
import { mayImport } from './access'
import { busyStates } from './progress/mutations'
import { type LockedUpload, lockUploadFor } from './queries'
import type { KindDecision, RowDecision } from './schema'
import { countEditedSince } from './undo/queries'

const patience = { maxWait: 15_000, timeout: 30_000 }

/**
 * Keeps a file that somebody sent, to be opened in the background.
 *
 * @throws ForbiddenError for who may not import, UserError for a file that is empty or too large
 */
export async function createUpload(
  user: CurrentUser,
  { fileName, content, sourceName }: { fileName: string; content: Uint8Array<ArrayBuffer>; sourceName: string },
): Promise<{ id: string }> {
  if (!mayImport(user)) throw new ForbiddenError('Votre compte ne permet pas d’importer des lieux.')
  if (content.length === 0) throw new UserError('Ce fichier est vide.')
  if (content.length > mostBytes) throw new UserError('Ce fichier dépasse 10 Mo. Coupez-le en plusieurs fichiers.')
  const { everywhere, departmentCodes } = territoryOf(user, 'create')
  const source = slugOf(sourceName).slice(0, 100).replace(/-$/, '')
  await countAttempt(uploadLimits(user.id))
  if (source === '') throw new UserError('Le nom de la source doit avoir au moins une lettre ou un chiffre.')
  return db.$transaction(async (tx) => {
    const upload = await tx.importUpload.create({
      data: {
        userId: user.id,
        fileName: nameOf(fileName),
        size: content.length,
        content,
        departmentCodes,
        isEverywhere: everywhere,
        source,
        sourceName,
      },
      select: { id: true },
    })
    await queue(tx, upload.id)
    return upload
  }, patience)
}

/** The last part of a path, without what no name holds. */
function nameOf(fileName: string): string {
  const last = fileName.replaceAll('\\', '/').split('/').at(-1) ?? ''
  return (
    last
      .replace(/\p{C}+/gu, ' ')
      .trim()
      .slice(0, 200) || 'Fichier sans nom'
  )
}

/** Keeps what was chosen so far of how the columns are read, before the rows are. */
export async function noteMapping(user: CurrentUser, id: string, mapping: Mapping): Promise<void> {
  await change(user, id, ['MAPPING'], async (tx) => {
    await tx.importUpload.update({ where: { id }, data: { mapping } })
  })
}

/** Keeps how the columns are read, for this file and the next ones of its source, and reads the rows. */
export async function saveMapping(user: CurrentUser, id: string, mapping: Mapping): Promise<void> {
  await change(user, id, ['MAPPING', 'READY', 'FAILED'], async (tx, upload) => {
    await keepContent(tx, id)
    const { source: slug, sourceName: name } = upload
    if (await mayKeepMapping(tx, user, slug)) {
      const source = await tx.source.upsert({
        where: { slug },
        create: { slug, name, mapping },
        update: { mapping },
        select: { id: true },
      })
      const details = { name, import: id }
      await audit(tx, { user, action: 'source.mapping_set', subject: `source ${source.id}`, details })
    }
    await tx.importUpload.update({ where: { id }, data: { mapping, state: 'READING', phase: null, error: null } })
    await queue(tx, id)
  })
}

/**
 * Whether the next files of a source may be read as this person says: nobody else has it read by itself, and none of
 * its places lies outside her territory. Otherwise her mapping serves this file alone.
 */
async function mayKeepMapping(tx: Transaction, user: CurrentUser, slug: string): Promise<boolean> {
  const { everywhere, departmentCodes } = territoryOf(user, 'create')
  if (everywhere) return true
  const source = await tx.source.findUnique({ where: { slug }, select: { id: true, refreshUserId: true } })
  if (!source) return true
  if (source.refreshUserId !== null && source.refreshUserId !== user.id) return false
  const outside = await tx.placeSource.findFirst({
    where: { sourceId: source.id, place: { commune: { departmentCode: { notIn: departmentCodes } } } },
    select: { placeId: true },
  })
  return outside === null
}

/** Goes back to the columns, from the rows that they gave. */
export async function correctMapping(user: CurrentUser, id: string): Promise<void> {
  await change(user, id, ['READY', 'FAILED'], async (tx) => {
    await keepContent(tx, id)
    await tx.importUpload.update({ where: { id }, data: { state: 'MAPPING', error: null } })
  })
}

/** Opens another sheet of the workbook. */
export async function chooseSheet(user: CurrentUser, id: string, sheet: string): Promise<void> {
  await change(user, id, ['MAPPING'], async (tx) => {
    const mapping = mappingSchema.parse({ fields: {}, sheet })
    await tx.importUpload.update({ where: { id }, data: { mapping, state: 'OPENING' } })
    await queue(tx, id)
  })
}

/** Tries again what failed, from the opening of the file. */
export async function retryUpload(user: CurrentUser, id: string): Promise<void> {
  await change(user, id, ['FAILED'], async (tx) => {
    await keepContent(tx, id)
    await tx.importUpload.update({ where: { id }, data: { state: 'OPENING', error: null } })
    await queue(tx, id)
  })
}

/** Decides of one row. Throws as `applyRequested` does, and for a place that is not hers. */
export async function decideRow(user: CurrentUser, decision: RowDecision): Promise<void> {
  const { id, row, intent } = decision
  await change(user, id, ['READY'], async (tx) => {
    const matchId = decision.intent === 'match' ? decision.match : null
    if (matchId) await checkMatch(tx, user, matchId)
    const kinds = intent === 'match' ? ['ADDED', 'DOUBTFUL'] : ['ADDED', 'DOUBTFUL', 'CHANGED']
    const value = { take: 'TAKE', leave: 'LEAVE', match: 'MATCH' }[intent]
    const decided = await tx.$executeRaw`
      UPDATE "ImportRow" SET decision = ${value}::"ImportDecision", "matchId" = ${matchId},
        "placeId" = CASE WHEN kind = 'CHANGED' THEN "placeId" END,
        changes = CASE WHEN kind = 'CHANGED' THEN changes END, suggested = CASE WHEN kind = 'CHANGED' THEN suggested END
      WHERE "uploadId" = ${id}::uuid AND "row" = ${row} AND kind::text = ANY (${kinds}::text[])`
    if (decided === 0) throw new NotFoundError('Cette ligne n’attend pas de choix.')
    if (matchId) await planRows(tx, id, user, await loadCommunesOf(tx, id), [row])
  })
}

async function checkMatch(tx: Transaction, user: CurrentUser, placeId: string): Promise<void> {
  const place = await tx.place.findUnique({
    where: { id: placeId },
    select: { status: true, commune: { select: { departmentCode: true } } },
  })
  if (!place) throw new UserError(`Aucun lieu ne porte l’identifiant ${placeId}.`)
  if (!mayOnPlace(user, 'edit', { id: placeId, departmentCode: place.commune.departmentCode }))
    throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
  if (place.status === 'ARCHIVED') throw new UserError('Ce lieu est archivé : choisissez-en un autre.')
}

/** Decides of all the rows of a kind that no person said to be a place. */
export async function decideKind(user: CurrentUser, { id, intent, kind, doubt }: KindDecision): Promise<void> {
  await change(user, id, ['READY'], async (tx) => {
    const narrowed = doubt ? Prisma.sql`AND ${doubt} = ANY (doubts)` : Prisma.empty
    await tx.$executeRaw`
      UPDATE "ImportRow" SET decision = ${intent === 'take' ? 'TAKE' : 'LEAVE'}::"ImportDecision"
      WHERE "uploadId" = ${id}::uuid AND kind = ${kind}::"ImportRowKind" AND decision IS DISTINCT FROM 'MATCH' ${narrowed}`
  })
}

/**
 * Asks for the rows that were taken to be written.
 *
 * @param version of the decisions that she looked at
 * @throws UserError when somebody decided otherwise meanwhile, or applied it already
 */
export async function applyRequested(user: CurrentUser, id: string, version: number): Promise<void> {
  await change(user, id, ['READY'], async (tx, upload) => {
    if (upload.version !== version)
      throw new UserError('Quelqu’un a changé un choix entre-temps. Relisez ce qui sera fait, puis recommencez.')
    const taken = await tx.importRow.count({ where: { uploadId: id, decision: { in: ['TAKE', 'MATCH'] } } })
    if (taken === 0) throw new UserError('Aucune ligne n’est prise : il n’y a rien à importer.')
    await tx.importUpload.update({ where: { id }, data: { state: 'APPLYING', phase: null, actorId: user.id } })
    await queue(tx, id)
  })
}

/**
 * Asks for an import to be undone.
 *
 * @param rest also when some places were edited since: they stay as they are
 * @throws UserError when some were, and she did not ask for the rest
 */
export async function undoRequested(user: CurrentUser, id: string, rest: boolean): Promise<void> {
  await change(user, id, ['DONE'], async (tx) => {
    if (!rest && (await countEditedSince(tx, id)) > 0)
      throw new UserError('Des lieux de cet import ont été modifiés depuis. Vous pouvez annuler le reste.')
    await tx.importUpload.update({ where: { id }, data: { state: 'UNDOING', phase: null, actorId: user.id } })
    await queue(tx, id)
  })
}

/** Removes a file that was sent and everything that was prepared, unless it was applied: nothing of the places changes. */
export async function removeUpload(user: CurrentUser, id: string): Promise<void> {
  await change(user, id, ['OPENING', 'MAPPING', 'READING', 'READY', 'FAILED'], async (tx, upload) => {
    await audit(tx, {
      user,
      action: 'import.abandoned',
      subject: `import ${id}`,
      details: { fileName: upload.fileName, source: upload.sourceName },
    })
    await tx.importUpload.delete({ where: { id } })
  })
}

/** Locks an upload, sees that she may change it and that it is in a state to be, and lets the others know. */
async function change(
  user: CurrentUser,
  id: string,
  states: readonly LockedUpload['state'][],
  work: (tx: Transaction, upload: LockedUpload) => Promise<void>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const upload = await lockUploadFor(tx, user, id)
    if (!states.includes(upload.state))
      throw new UserError('Cet import n’en est plus là : quelqu’un l’a fait avancer. Rechargez la page.')
    await work(tx, upload)
    await tx.importUpload.updateMany({ where: { id }, data: { version: { increment: 1 }, attempt: 0 } })
  }, patience)
}

async function keepContent(tx: Transaction, id: string): Promise<void> {
  const kept = await tx.importUpload.count({ where: { id, content: { not: null } } })
  if (kept === 0) throw new UserError('Ce fichier n’est plus là : envoyez-le à nouveau.')
}

const keyOf = (id: string) => `import ${id}`

async function queue(tx: Transaction, id: string): Promise<void> {
  await addJob(tx, 'import-upload', { id }, { key: keyOf(id), queue: 'imports' })
}

/** Begins again what uploads were left in the middle of, where their job was lost. */
export async function resumeUploads(): Promise<void> {
  const uploads = await db.importUpload.findMany({ where: { state: { in: [...busyStates] } }, select: { id: true } })
  const lost = await keysWithoutJob(uploads.map(({ id }) => keyOf(id)))
  for (const { id } of uploads) if (lost.has(keyOf(id))) await queue(db, id)
}
