import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/client/client'
import { seedTerritories } from '@/prisma/seed/territories'

/** Gives a migrated database the communes and départements, and nothing else. */
export async function seedTerritoriesOf(connectionString: string): Promise<void> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
  await db.$transaction((tx) => seedTerritories(tx), { timeout: 120_000 })
  await db.$disconnect()
}
