import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/mutations'
import { mayImport } from '../uploads/access'
import { mayRefresh } from './access'
import { lockSourceFor } from './queries'
import type { RefreshInput } from './schema'

/** Lets the sources whose time has come be read again, each by a job of its own. */
export async function queueRefreshes(now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const due = await tx.source.findMany({ where: { nextRefresh: { lte: now } }, select: { id: true } })
    for (const { id } of due) await queueRefresh(tx, id)
    return due.length
  })
}

/** Reads a source again from this address, at once and then every so many days, on this person's behalf. */
export async function setRefresh(user: CurrentUser, { sourceId, url, days }: RefreshInput): Promise<void> {
  await change(user, sourceId, async (tx, former) => {
    const isOther = former.refreshUrl !== url
    await tx.source.update({
      where: { id: sourceId },
      data: {
        refreshUrl: url,
        refreshDays: days,
        nextRefresh: new Date(),
        refreshUserId: user.id,
        refreshFailures: 0,
        refreshError: null,
        ...(isOther ? { refreshEtag: null, refreshLastModified: null, refreshDigest: null, refreshedAt: null } : {}),
      },
    })
    await queueRefresh(tx, sourceId)
    await audit(tx, {
      user,
      action: 'source.refresh_set',
      subject: `source ${sourceId}`,
      details: { name: former.name, url, days },
    })
  })
}

/** Reads a source again now, without waiting for its day. */
export async function refreshNow(user: CurrentUser, { sourceId }: { sourceId: string }): Promise<void> {
  await change(user, sourceId, async (tx, { refreshUrl }) => {
    if (!refreshUrl) throw new UserError('Cette source n’a pas d’adresse : donnez-la d’abord.')
    await tx.source.update({ where: { id: sourceId }, data: { nextRefresh: new Date() } })
    await queueRefresh(tx, sourceId)
  })
}

/** Reads a source no more by itself; what it brought stays. */
export async function stopRefresh(user: CurrentUser, { sourceId }: { sourceId: string }): Promise<void> {
  await change(user, sourceId, async (tx, { name }) => {
    await tx.source.update({
      where: { id: sourceId },
      data: {
        refreshUrl: null,
        refreshDays: null,
        nextRefresh: null,
        refreshUserId: null,
        refreshEtag: null,
        refreshLastModified: null,
        refreshDigest: null,
        refreshError: null,
        refreshFailures: 0,
      },
    })
    await audit(tx, { user, action: 'source.refresh_stopped', subject: `source ${sourceId}`, details: { name } })
  })
}

async function queueRefresh(tx: Transaction, id: string): Promise<void> {
  await addJob(tx, 'refresh-source', { id }, { key: `refresh-source ${id}`, queue: 'imports' })
}

async function change(
  user: CurrentUser,
  sourceId: string,
  work: (tx: Transaction, source: { name: string; refreshUrl: string | null }) => Promise<void>,
): Promise<void> {
  if (!mayImport(user)) throw new ForbiddenError('Votre compte ne permet pas d’importer des lieux.')
  await db.$transaction(async (tx) => {
    const source = await lockSourceFor(tx, user, sourceId)
    if (!source) throw new NotFoundError('Cette source n’existe pas, ou n’est pas de votre territoire.')
    if (!mayRefresh(user, source)) throw new ForbiddenError('Un autre hub s’occupe de relire cette source.')
    await work(tx, source)
  })
}
