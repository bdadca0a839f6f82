import { PrismaPg } from '@prisma/adapter-pg'
import { migrate } from '/work/main/prisma/migrate'

const { PrismaClient } = await import('/work/main/prisma/client/client')
const { seedTerritories } = await import('/work/main/prisma/seed/territories')
const url = process.env.DATABASE_URL!
console.log(await migrate(url))
const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })
await db.$transaction((tx: never) => seedTerritories(tx), { timeout: 120000 })
await db.$disconnect()
