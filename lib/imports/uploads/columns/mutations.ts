import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { audit } from '@/lib/audit/mutations'
import type { Transaction } from '@/lib/db'
import { type Mapping, mappingSchema } from '../../mapping/schema'
import { changeUpload, queueUpload, requireContent } from '../change/mutations'

/** Keeps what was chosen so far of how the columns are read, before the rows are. */
export async function noteMapping(user: CurrentUser, id: string, mapping: Mapping): Promise<void> {
  await changeUpload(user, id, ['MAPPING'], async (tx) => {
    await tx.importUpload.update({ where: { id }, data: { mapping } })
  })
}

/** Keeps how the columns are read, for this file and the next ones of its source, and reads the rows. */
export async function saveMapping(user: CurrentUser, id: string, mapping: Mapping): Promise<void> {
  await changeUpload(user, id, ['MAPPING', 'READY', 'FAILED'], async (tx, upload) => {
    await requireContent(tx, id)
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
    await queueUpload(tx, id)
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
  await changeUpload(user, id, ['READY', 'FAILED'], async (tx) => {
    await requireContent(tx, id)
    await tx.importUpload.update({ where: { id }, data: { state: 'MAPPING', error: null } })
  })
}

/** Opens another sheet of the workbook. */
export async function chooseSheet(user: CurrentUser, id: string, sheet: string): Promise<void> {
  await changeUpload(user, id, ['MAPPING'], async (tx) => {
    const mapping = mappingSchema.parse({ fields: {}, sheet })
    await tx.importUpload.update({ where: { id }, data: { mapping, state: 'OPENING' } })
    await queueUpload(tx, id)
  })
}
