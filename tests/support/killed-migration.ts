// A migration that its parent kills half-way: `killed-migration.ts DATABASE_URL`.
import { migrate } from '@/prisma/migrate'

await migrate(process.argv[2] ?? '')
process.exit()
