import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db, queryFast } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { editableSelect, type StoredPlace } from '@/lib/places/editable-place'
import { Prisma } from '@/prisma/client/client'
import { comparable, type Described } from './comparable'
import { judgePair, type Signal } from './score'

const describedColumns = Prisma.sql`
  p.id, p.name, p.address, p."communeCode", c.name AS "communeName", p.latitude, p.longitude,
  p.precision NOT IN ('SURVEYED', 'ADDRESS') AS "isApproximate", p.pivot, p.phone,
  coalesce(p.emails, '{}') AS emails, coalesce(p.websites, '{}') AS websites`

/**
 * Every place that is not archived, or those of one département and these others, with what each is compared by and
 * where it is.
 */
export function describePlaces(
  departmentCode?: string,
  others: readonly string[] = [],
): Promise<(Described & { departmentCode: string })[]> {
  const there =
    departmentCode === undefined
      ? Prisma.empty
      : Prisma.sql`
        AND p.id IN (
          SELECT id FROM "Place" JOIN "Commune" ON code = "communeCode" WHERE "departmentCode" = ${departmentCode}
          UNION ALL SELECT unnest(${[...others]}::text[]))`
  return queryFast(Prisma.sql`
    SELECT ${describedColumns}, c."departmentCode" FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode"
    WHERE p.status <> 'ARCHIVED' ${there} ORDER BY p.id`)
}

export interface ListedPair {
  one: { id: string; name: string; address: string; postcode: string; communeName: string }
  other: ListedPair['one']
  score: number
  signals: Signal[]
}

/** The pairs that wait for somebody: those of which she may read a place at least. */
function inTerritory(user: CurrentUser): Prisma.DuplicateCandidateWhereInput {
  const { everywhere, departmentCodes, placeIds } = territoryOf(user)
  if (everywhere) return {}
  const place: Prisma.PlaceWhereInput = {
    OR: [{ commune: { departmentCode: { in: departmentCodes } } }, { id: { in: placeIds } }],
  }
  return { OR: [{ one: place }, { other: place }] }
}

export const pairsPerPage = 50

/** One page of the pairs to look at, the likeliest first. */
export async function listPairsFor(user: CurrentUser, page = 1): Promise<{ total: number; pairs: ListedPair[] }> {
  const where: Prisma.DuplicateCandidateWhereInput = { AND: [{ status: 'OPEN' }, inTerritory(user)] }
  const place = {
    select: { id: true, name: true, address: true, postcode: true, commune: { select: { name: true } } },
  } as const
  const [total, pairs] = await Promise.all([
    db.duplicateCandidate.count({ where }),
    db.duplicateCandidate.findMany({
      where,
      select: { score: true, signals: true, one: place, other: place },
      orderBy: [{ score: 'desc' }, { oneId: 'asc' }, { otherId: 'asc' }],
      skip: (page - 1) * pairsPerPage,
      take: pairsPerPage,
    }),
  ])
  const listed = ({ commune, ...rest }: (typeof pairs)[number]['one']) => ({ ...rest, communeName: commune.name })
  return {
    total,
    pairs: pairs.map(({ one, other, score, signals }) => ({
      one: listed(one),
      other: listed(other),
      score,
      signals: signals as unknown as Signal[],
    })),
  }
}

/** How many pairs wait for somebody. */
export function countPairsFor(user: CurrentUser): Promise<number> {
  return db.duplicateCandidate.count({ where: { AND: [{ status: 'OPEN' }, inTerritory(user)] } })
}

export interface ComparedPlace {
  id: string
  departmentCode: string
  stored: StoredPlace
}

export interface ComparedPair {
  one: ComparedPlace
  other: ComparedPlace
  score: number
  signals: Signal[]
  /** Whether the person may decide: she may see a pair of which she may change one place only */
  mayDecide: boolean
}

/**
 * Two places to compare, in the order of their ids, judged as they are now.
 *
 * @throws NotFoundError when one of them does not exist
 * @throws ForbiddenError when she may read neither
 */
export async function getPair(user: CurrentUser, firstId: string, secondId: string): Promise<ComparedPair> {
  const [oneId, otherId] = firstId < secondId ? [firstId, secondId] : [secondId, firstId]
  const [one, other] = await Promise.all([findPlace(oneId), findPlace(otherId)])
  if (!one || !other || oneId === otherId) throw new NotFoundError('Un de ces lieux n’existe pas.')
  if (![one, other].some((place) => mayOnPlace(user, 'read', place))) {
    throw new ForbiddenError('Ces lieux ne sont pas dans votre territoire.')
  }
  const mayDecide = [one, other].every((place) => mayOnPlace(user, 'publish', place))
  return { one, other, mayDecide, ...judgePair(comparable(described(one)), comparable(described(other))) }
}

async function findPlace(id: string): Promise<ComparedPlace | null> {
  const stored = await db.place.findUnique({ where: { id }, select: editableSelect })
  return stored && { id, departmentCode: stored.commune.departmentCode, stored }
}

function described({ stored }: ComparedPlace): Described {
  return {
    ...stored,
    communeName: stored.commune.name,
    isApproximate: stored.precision !== 'SURVEYED' && stored.precision !== 'ADDRESS',
  }
}

export interface RecentMerge {
  id: string
  keptId: string
  keptName: string
  goneId: string
  goneName: string
  createdAt: Date
  author: string | null
}

/** The last merges of somebody's territory that can be undone, the latest first. */
export async function listMergesFor(user: CurrentUser): Promise<RecentMerge[]> {
  const { everywhere, departmentCodes, placeIds } = territoryOf(user)
  const place: Prisma.PlaceWhereInput = everywhere
    ? {}
    : { OR: [{ commune: { departmentCode: { in: departmentCodes } } }, { id: { in: placeIds } }] }
  const merges = await db.placeMerge.findMany({
    where: { undoneAt: null, kept: place },
    select: {
      id: true,
      keptId: true,
      goneId: true,
      createdAt: true,
      kept: { select: { name: true } },
      gone: { select: { name: true } },
      user: { select: { name: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: 20,
  })
  return merges.map(({ kept, gone, user: author, ...merge }) => ({
    ...merge,
    keptName: kept.name,
    goneName: gone.name,
    author: author?.name ?? null,
  }))
}

/** A place that is about to be added, and may exist already. */
export interface LikelyPlace {
  id: string
  name: string
  address: string
  communeName: string
  score: number
  signals: Signal[]
}

/**
 * The places that a new one may be, the likeliest first: among those of its commune, of the kilometre
 * around, and those that share its phone or its number of the register.
 */
export async function findLikely(place: Omit<Described, 'id' | 'communeName'>): Promise<LikelyPlace[]> {
  const [commune] = await db.$queryRaw<{ name: string }[]>`SELECT name FROM "Commune" WHERE code = ${place.communeCode}`
  const candidates = await db.$queryRaw<Described[]>`
    SELECT ${describedColumns} FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode"
    WHERE p.status <> 'ARCHIVED' AND (
      p."communeCode" = ${place.communeCode} OR p.phone = ${place.phone} OR p.pivot = ${place.pivot}
      OR (p.status = 'PUBLISHED' AND p.position <@ cube_enlarge(
        earth_position(${place.latitude}::float8, ${place.longitude}::float8), 1000, 3)))`
  const wanted = comparable({ ...place, id: '', communeName: commune?.name ?? '' })
  return candidates
    .map((candidate) => ({ candidate, ...judgePair(wanted, comparable(candidate)) }))
    .filter(({ score }) => score >= likelyEnough)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ candidate: { id, name, address, communeName }, score, signals }) => ({
      id,
      name,
      address,
      communeName,
      score,
      signals,
    }))
}

/** Before saving, one more question costs little and a double costs much. */
const likelyEnough = 0.35
