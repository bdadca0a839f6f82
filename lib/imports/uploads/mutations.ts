import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import { ForbiddenError, UserError } from '@/lib/errors'
import { slugOf } from '@/lib/open-data/vocabulary'
import { uploadLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { mostBytes } from '../mapping/schema'
import { mayImport } from './access'
import { changeUpload, patience, queueUpload, requireContent } from './change/mutations'
import { countEditedSince } from './undo/queries'

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
    await queueUpload(tx, upload.id)
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

/** Tries again what failed, from the opening of the file. */
export async function retryUpload(user: CurrentUser, id: string): Promise<void> {
  await changeUpload(user, id, ['FAILED'], async (tx) => {
    await requireContent(tx, id)
    await tx.importUpload.update({ where: { id }, data: { state: 'OPENING', error: null } })
    await queueUpload(tx, id)
  })
}

/**
 * Asks for the rows that were taken to be written.
 *
 * @param version of the decisions that she looked at
 * @throws UserError when somebody decided otherwise meanwhile, or applied it already
 */
export async function applyRequested(user: CurrentUser, id: string, version: number): Promise<void> {
  await changeUpload(user, id, ['READY'], async (tx, upload) => {
    if (upload.version !== version)
      throw new UserError('Quelqu’un a changé un choix entre-temps. Relisez ce qui sera fait, puis recommencez.')
    const taken = await tx.importRow.count({ where: { uploadId: id, decision: { in: ['TAKE', 'MATCH'] } } })
    if (taken === 0) throw new UserError('Aucune ligne n’est prise : il n’y a rien à importer.')
    await tx.importUpload.update({ where: { id }, data: { state: 'APPLYING', phase: null, actorId: user.id } })
    await queueUpload(tx, id)
  })
}

/**
 * Asks for an import to be undone.
 *
 * @param rest also when some places were edited since: they stay as they are
 * @throws UserError when some were, and she did not ask for the rest
 */
export async function undoRequested(user: CurrentUser, id: string, rest: boolean): Promise<void> {
  await changeUpload(user, id, ['DONE'], async (tx) => {
    if (!rest && (await countEditedSince(tx, id)) > 0)
      throw new UserError('Des lieux de cet import ont été modifiés depuis. Vous pouvez annuler le reste.')
    await tx.importUpload.update({ where: { id }, data: { state: 'UNDOING', phase: null, actorId: user.id } })
    await queueUpload(tx, id)
  })
}

/** Removes a file that was sent and everything that was prepared, unless it was applied: nothing of the places changes. */
export async function removeUpload(user: CurrentUser, id: string): Promise<void> {
  await changeUpload(user, id, ['OPENING', 'MAPPING', 'READING', 'READY', 'FAILED'], async (tx, upload) => {
    await audit(tx, {
      user,
      action: 'import.abandoned',
      subject: `import ${id}`,
      details: { fileName: upload.fileName, source: upload.sourceName },
    })
    await tx.importUpload.delete({ where: { id } })
  })
}
