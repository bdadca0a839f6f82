import { db } from '@/lib/db'
import { demoAccounts, seedAccounts, seedPlaceEditor } from './accounts'
import { insertDemoPlaces } from './demo/insert'
import { keptDemoPassword } from './demo/password'
import { seedFabriques } from './fabriques'
import { seedHubs } from './hubs'
import { seedNeeds } from './needs/needs'
import { seedTerritories } from './territories'

/**
 * A source that stays when the demonstration has been removed, or when there was to be none: it never comes
 * back by itself. Nothing is imported under it.
 */
const mark = { slug: 'demonstration', name: 'Données de démonstration' }

export interface SeededAccount {
  email: string
  purpose: string
  /** The one it was created with */
  password: string
}

interface Options {
  /** Whether an empty database also gets demonstration places and accounts */
  demo: boolean
  /** Where the demonstration accounts' password is kept */
  dataDir: string
  onProgress?: (message: string) => void
}

/**
 * Gives an empty database its first data, and finishes a seed that died half-way: each of the steps is whole
 * or not at all, and is done once. A database that has been seeded is left alone, but for the needs that it
 * was never given: a new version of the product may bring some.
 *
 * @returns the demonstration accounts that there are
 */
export async function seed({ demo, dataDir, onProgress = () => {} }: Options): Promise<{ accounts: SeededAccount[] }> {
  // Half a minute of work, on a machine that may be twenty times as busy as it should be.
  const patience = { timeout: 900_000, maxWait: 60_000 }
  if (!(await db.department.findFirst({ select: { code: true } }))) {
    onProgress('Adding the communes of France, the hubs and the Fabriques…')
    await db.$transaction(async (tx) => {
      await seedTerritories(tx)
      await seedHubs(tx)
      await seedFabriques(tx)
      if (!demo) await tx.source.create({ data: mark })
    }, patience)
  }
  await db.$transaction((tx) => seedNeeds(tx), patience)
  if (demo && !(await db.source.findUnique({ where: { slug: mark.slug }, select: { id: true } }))) {
    onProgress('Adding demonstration places and accounts…')
    await seedAccounts(await keptDemoPassword(dataDir))
    await db.$transaction(async (tx) => {
      await insertDemoPlaces(tx)
      await seedPlaceEditor(tx)
      await tx.source.create({ data: mark })
      await tx.$executeRaw`ANALYZE "Place", "PlaceService", "Schedule"`
    }, patience)
  }
  return { accounts: await readAccounts(dataDir) }
}

async function readAccounts(dataDir: string): Promise<SeededAccount[]> {
  const users = await db.user.findMany({ where: { isDemo: true }, select: { email: true } })
  if (users.length === 0) return []
  const password = await keptDemoPassword(dataDir)
  const existing = new Set(users.map(({ email }) => email))
  return demoAccounts
    .filter(({ email }) => existing.has(email))
    .map(({ email, purpose }) => ({ email, purpose, password }))
}
