import { PrismaPg } from '@prisma/adapter-pg'
import type { TestProject } from 'vitest/node'
import { PrismaClient } from '@/prisma/client/client'
import { migrate } from '@/prisma/migrate'
import { seedNeeds } from '@/prisma/seed/needs/needs'
import { seedTerritories } from '@/prisma/seed/territories'
import { query } from './query'
import { joinThrowawayCluster } from './throwaway-cluster'

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the database that each test file's own is cloned from. */
    templateUrl: string
  }
}

/** Once a run: a PostgreSQL with a migrated database that holds the territories and the needs, and nothing else. */
export default async function setUp(project: TestProject) {
  const cluster = await joinThrowawayCluster()
  const templateUrl = cluster.urlOf('template')
  await query(cluster.urlOf('postgres'), 'CREATE DATABASE template')
  await migrate(templateUrl)
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: templateUrl }) })
  await db.$transaction((tx) => seedTerritories(tx), { timeout: 900_000 })
  await db.$transaction((tx) => seedNeeds(tx), { timeout: 900_000 })
  // A database that somebody is connected to cannot be cloned.
  await db.$disconnect()
  project.provide('templateUrl', templateUrl)
  return cluster.leave
}
