import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Only `prisma migrate deploy` reads it; the product's own settings are in lib/env.ts.
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
