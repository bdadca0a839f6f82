import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/mutations'
import { keysWithoutJob } from '@/lib/jobs/queries'
import { busyStates } from '../progress/mutations'
import { type LockedUpload, lockUploadFor } from '../queries'

/** How long a change waits for another of the same upload, in milliseconds. */
export const patience = { maxWait: 15_000, timeout: 30_000 }

/** Locks an upload, sees that she may change it and that it is in a state to be, and lets the others know. */
export async function changeUpload(
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

/** @throws UserError once the bytes of the file are forgotten */
export async function requireContent(tx: Transaction, id: string): Promise<void> {
  const kept = await tx.importUpload.count({ where: { id, content: { not: null } } })
  if (kept === 0) throw new UserError('Ce fichier n’est plus là : envoyez-le à nouveau.')
}

const keyOf = (id: string) => `import ${id}`

/** Has a job take the upload up from where its state says. */
export async function queueUpload(tx: Transaction, id: string): Promise<void> {
  await addJob(tx, 'import-upload', { id }, { key: keyOf(id), queue: 'imports' })
}

/** Begins again what uploads were left in the middle of, where their job was lost. */
export async function resumeUploads(): Promise<void> {
  const uploads = await db.importUpload.findMany({ where: { state: { in: [...busyStates] } }, select: { id: true } })
  const lost = await keysWithoutJob(uploads.map(({ id }) => keyOf(id)))
  for (const { id } of uploads) if (lost.has(keyOf(id))) await queueUpload(db, id)
}
