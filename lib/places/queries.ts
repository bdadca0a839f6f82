import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { type Closure, closureOf } from '@/lib/hours/closure'
import type { Prisma } from '@/prisma/client/client'
import { getPlaceForEdit } from './back-office/queries'
import { editableSelect } from './editable-place'

/** Whether what is shown is made up: generated places, and no real file imported yet. */
export async function showsDemonstrationData(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ shows: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Place" WHERE "isDemo") AND NOT EXISTS (SELECT FROM "ImportRun") AS shows`
  return row?.shows ?? false
}

// What only who changes it reads is left out.
const { version: _version, publishedAt: _publishedAt, status: _status, pivot: _pivot, ...said } = editableSelect

const shown = {
  ...said,
  isDemo: true,
  recordDate: true,
  verifiedAt: true,
  freshness: true,
  confirmations: {
    where: { outcome: 'CONFIRMED' },
    select: { closedAt: true },
    orderBy: { closedAt: 'desc' },
    take: 1,
  },
  closures: { select: { from: true, to: true, reason: true }, orderBy: { from: 'asc' } },
  sources: { select: { source: { select: { name: true, licence: true, url: true } } } },
} as const satisfies Prisma.PlaceSelect

type StoredPlace = Prisma.PlaceGetPayload<{ select: typeof shown }>

/** A place as its page shows it. */
export type PublishedPlace = Omit<StoredPlace, 'closures' | 'confirmations'> & {
  closures: (Closure & { reason: string | null })[]
  /** Whether it was the structure itself that last said that this is true */
  isConfirmedByItself: boolean
}

/** Longer ids, or ids with control characters, were never given by anybody; PostgreSQL refuses the latter. */
const possibleId = /^[^\p{Cc}]{1,300}$/u

/** Everything that is shown of a place. @returns null when no published place has this id */
export async function getPublishedPlace(id: string): Promise<PublishedPlace | null> {
  if (!possibleId.test(id)) return null
  const place = await db.place.findFirst({ where: { id, status: 'PUBLISHED' }, select: shown })
  return place && shownPlace(place)
}

/**
 * The same for who may read it in the back office, whatever its status. Throws as `getPlaceForEdit` does.
 */
export async function getPlacePreview(user: CurrentUser, id: string): Promise<PublishedPlace> {
  await getPlaceForEdit(user, id)
  return shownPlace(await db.place.findUniqueOrThrow({ where: { id }, select: shown }))
}

function shownPlace({ confirmations, closures, ...place }: StoredPlace): PublishedPlace {
  return {
    ...place,
    closures: closures.map((each) => ({ ...closureOf(each), reason: each.reason })),
    isConfirmedByItself:
      place.verifiedAt !== null && confirmations[0]?.closedAt?.getTime() === place.verifiedAt.getTime(),
  }
}

/**
 * The id of the place that an id leads to: its own, that of a place merged into it, or the one that an
 * outside source gives it, when it names one place only.
 */
export async function resolvePlaceId(id: string): Promise<string | null> {
  if (!possibleId.test(id)) return null
  const own = await db.place.findUnique({ where: { id }, select: { status: true } })
  if (own?.status === 'PUBLISHED') return id
  // A place that went into another is still there, archived, under its own id.
  const alias = await db.placeAlias.findUnique({ where: { id }, select: { placeId: true } })
  if (alias) return alias.placeId
  if (own) return id
  const [named, another] = await db.placeSource.findMany({
    where: { externalId: id },
    select: { placeId: true },
    distinct: ['placeId'],
    take: 2,
  })
  return named && !another ? named.placeId : null
}

/** Whether an id leads visitors to a page: that of a published place, under this id or another. */
export async function leadsToPlace(id: string): Promise<boolean> {
  const placeId = await resolvePlaceId(id)
  return placeId !== null && (await db.place.count({ where: { id: placeId, status: 'PUBLISHED' } })) > 0
}
