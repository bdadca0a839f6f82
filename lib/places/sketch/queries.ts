import 'server-only'
import { db } from '@/lib/db'
import type { Position } from '@/lib/territory/distance'
import type { Town } from './sketch'

/** Degrees around a place in which its towns are looked for: some 25 km. */
const window = { latitude: 0.23, longitude: 0.35 }
const townsAtMost = 200

/** The towns around a position that stand where their own town is, the most people first. */
export async function listTownsAround({ latitude, longitude }: Position): Promise<Town[]> {
  const towns = await db.commune.findMany({
    where: {
      latitude: { gte: latitude - window.latitude, lte: latitude + window.latitude },
      longitude: { gte: longitude - window.longitude, lte: longitude + window.longitude },
      precision: { in: ['SURVEYED', 'COMMUNE'] },
      parentCode: null,
    },
    select: { code: true, name: true, latitude: true, longitude: true },
    orderBy: [{ population: 'desc' }, { code: 'asc' }],
    take: townsAtMost,
  })
  // The condition leaves out those without a position, which the type cannot tell.
  return towns.map(({ latitude, longitude, ...town }) => ({
    ...town,
    latitude: latitude ?? 0,
    longitude: longitude ?? 0,
  }))
}
