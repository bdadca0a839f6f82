import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { advanceUpload } from '@/lib/imports/steps/mutations'
import { applyRequested, createUpload } from '@/lib/imports/uploads/mutations'
import { getUploadFor, listRows } from '@/lib/imports/uploads/queries'
import type { ImportRowKind } from '@/prisma/client/enums'
import { placeRow } from './national-rows'
import { makeHub, makeUser } from './people'

/** Another place of the same source, with a name and an address of its own. */
export const row = (id: string, fields: object = {}) => ({
  ...placeRow,
  id,
  nom: `Lieu ${id}`,
  adresse: `${id.length} impasse ${id}`,
  telephone: undefined,
  ...fields,
})

/** People of two hubs, and what they do with a file. */
export async function openUploadScene() {
  await makeHub('centre', ['41'])
  await makeHub('bretagne', ['35'])
  const coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'centre' })

  /** Sends a file and lets it be opened, read and compared, as the worker does. */
  async function send(rows: object[], user: CurrentUser = coordinator) {
    const content = new TextEncoder().encode(JSON.stringify(rows))
    const { id } = await createUpload(user, { fileName: 'lieux.json', content, sourceName: 'Essais' })
    await advanceUpload(id)
    return id
  }

  /** Applies what is decided, as it is now. */
  async function apply(id: string, user: CurrentUser = coordinator) {
    const { version } = await getUploadFor(user, id)
    await applyRequested(user, id, version)
    await advanceUpload(id)
    return getUploadFor(user, id)
  }

  return {
    coordinator,
    colleague: await makeUser('colleague@example.org', { role: 'HUB_EDITOR', hubSlug: 'centre' }),
    stranger: await makeUser('stranger@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'bretagne' }),
    reader: await makeUser('reader@example.org', { role: 'READER', hubSlug: 'centre' }),
    send,
    apply,
    async sendAndApply(rows: object[]) {
      const id = await send(rows)
      await apply(id)
      return id
    },
  }
}

export async function forgetImports(): Promise<void> {
  await db.importUpload.deleteMany()
  await db.place.deleteMany()
  await db.importRun.deleteMany()
  await db.source.deleteMany()
}

export const kindsOf = async (id: string) =>
  (await db.importRow.findMany({ where: { uploadId: id }, orderBy: { row: 'asc' } })).map(({ kind }) => kind)

export const rowsOf = (id: string, kind: ImportRowKind) => listRows(id, { kind, page: 1 })

export const placeOf = async (externalId: string) =>
  (await db.placeSource.findFirstOrThrow({ where: { externalId }, include: { place: true } })).place
