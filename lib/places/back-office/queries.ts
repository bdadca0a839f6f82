import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { type Territory, territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import type { Prisma } from '@/prisma/client/client'
import type { PlaceKind, PlaceStatus, Precision } from '@/prisma/client/enums'
import { editableOf, storedOf, type WholePlace, wholeSelect } from '../editable-place'
import { type Change, changeBetween, rewind, snapshotOf } from '../snapshot'
import { type Gap, gapFilters } from './gaps'

const pageSize = 50

/** Every list of the back office starts from here: what this person may read, and nothing else. */
function inTerritory({ everywhere, departmentCodes, placeIds }: Territory): Prisma.PlaceWhereInput {
  if (everywhere) return {}
  return { OR: [{ commune: { departmentCode: { in: departmentCodes } } }, { id: { in: placeIds } }] }
}

export interface PlaceFilters {
  /** Words of the name, the commune or the postcode, or a place's number */
  q?: string
  status?: PlaceStatus
  kind?: PlaceKind
  gap?: Gap
  /** From 1 */
  page?: number
}

export interface ListedPlace {
  id: string
  name: string
  kind: PlaceKind
  status: PlaceStatus
  postcode: string
  communeName: string
  precision: Precision
  hasHours: boolean
  serviceCount: number
  updatedAt: Date
}

const isSaid = (word: string): Prisma.PlaceWhereInput => ({ searchText: { contains: word } })

/** One page of the places of somebody's territory, by name; all words must be found. */
export async function listPlacesFor(user: CurrentUser, { q = '', status, kind, gap, page = 1 }: PlaceFilters) {
  const [folded] = await db.$queryRaw<{ words: string }[]>`SELECT fold(${q}) AS words`
  const words = folded?.words.split(' ').filter(Boolean) ?? []
  const where: Prisma.PlaceWhereInput = {
    AND: [
      inTerritory(territoryOf(user)),
      status ? { status } : {},
      kind ? { kind } : {},
      gap ? gapFilters[gap] : {},
      // Prisma takes an empty list of conditions for "none of them", not for "no condition".
      words.length > 0 ? { OR: [{ id: q.trim().toLowerCase() }, { AND: words.map(isSaid) }] } : {},
    ],
  }
  const [total, places] = await Promise.all([
    db.place.count({ where }),
    db.place.findMany({
      where,
      select: {
        id: true,
        name: true,
        kind: true,
        status: true,
        postcode: true,
        precision: true,
        openingHours: true,
        updatedAt: true,
        commune: { select: { name: true } },
        _count: { select: { services: true } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ])
  const listed = places.map(
    ({ commune, openingHours, _count, ...place }): ListedPlace => ({
      ...place,
      communeName: commune.name,
      hasHours: openingHours !== null,
      serviceCount: _count.services,
    }),
  )
  return { total, pageCount: Math.max(1, Math.ceil(total / pageSize)), places: listed }
}

/** How many places somebody's territory has, by status, and how many lack something. */
export async function countPlacesFor(user: CurrentUser) {
  const territory = inTerritory(territoryOf(user))
  const count = (filter: Prisma.PlaceWhereInput) => db.place.count({ where: { AND: [territory, filter] } })
  const [published, draft, archived, hours, services, position] = await Promise.all([
    count({ status: 'PUBLISHED' }),
    count({ status: 'DRAFT' }),
    count({ status: 'ARCHIVED' }),
    count(gapFilters.hours),
    count(gapFilters.services),
    count(gapFilters.position),
  ])
  return { byStatus: { PUBLISHED: published, DRAFT: draft, ARCHIVED: archived }, gaps: { hours, services, position } }
}

/**
 * A place as its form shows it.
 *
 * @throws NotFoundError when it does not exist
 * @throws ForbiddenError outside the user's territory
 */
export async function getPlaceForEdit(user: CurrentUser, id: string): Promise<WholePlace> {
  const row = await db.place.findUnique({ where: { id }, select: wholeSelect })
  if (!row) throw new NotFoundError('Ce lieu n’existe pas.')
  const place = storedOf(row)
  if (!mayOnPlace(user, 'read', { id, departmentCode: place.commune.departmentCode })) {
    throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
  }
  return place
}

export interface Revision extends Change {
  version: number
  createdAt: Date
  reason: string | null
  /** Who changed it: a person, or a file */
  author: string | null
}

/** The last changes of a place, the latest first. Throws as `getPlaceForEdit` does. */
export async function listRevisions(user: CurrentUser, placeId: string, limit = 50): Promise<Revision[]> {
  await getPlaceForEdit(user, placeId)
  const revisions = await db.placeRevision.findMany({
    where: { placeId },
    orderBy: { version: 'desc' },
    take: limit,
    select: {
      version: true,
      createdAt: true,
      reason: true,
      before: true,
      after: true,
      user: { select: { name: true } },
      importRun: { select: { fileName: true, source: { select: { name: true } } } },
      actor: true,
    },
  })
  return revisions.map(({ user: author, importRun, actor, before, after, ...revision }) => ({
    ...revision,
    author: author?.name ?? importRun?.source.name ?? actor,
    before: before as Change['before'],
    after: after as Change['after'],
  }))
}

/**
 * What differs between two versions of a place, in the order asked; null when nothing does. Throws as
 * `getPlaceForEdit` does.
 *
 * @throws NotFoundError when a version does not exist
 */
export async function compareVersions(user: CurrentUser, placeId: string, from: number, to: number) {
  const place = await getPlaceForEdit(user, placeId)
  const revisions = await db.placeRevision.findMany({
    where: { placeId },
    orderBy: { version: 'desc' },
    select: { version: true, before: true },
  })
  const versions = new Set([place.version, ...revisions.map(({ version }) => version)])
  if (!versions.has(from) || !versions.has(to)) throw new NotFoundError('Cette version n’existe pas.')
  const now = snapshotOf(editableOf(place))
  const asOf = (wanted: number) =>
    rewind(
      now,
      revisions.filter(({ version }) => version > wanted).map(({ before }) => ({ before: before as Change['before'] })),
    )
  return changeBetween(asOf(from), asOf(to))
}
