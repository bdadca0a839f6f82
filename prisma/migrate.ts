import { readdir, readFile } from 'node:fs/promises'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { forgetUnfinished, openSchemaEngine } from './schema-engine'

const folder = new URL('./migrations/', import.meta.url)

/**
 * Applies the migrations that the database does not have yet, in order, then those of the queue of jobs, which
 * graphile-worker keeps in a schema of its own.
 *
 * @param connectionString a PostgreSQL URL
 * @returns the names of ours that it applied
 * @throws when one fails; PostgreSQL then keeps the state before it
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const { engine, close } = await openSchemaEngine(connectionString)
  try {
    await forgetUnfinished(connectionString)
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: { externalTables: [], externalEnums: [] },
    })
    await prepareQueue(connectionString)
    return appliedMigrationNames
  } finally {
    await close()
  }
}

async function prepareQueue(connectionString: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString, max: 1 })
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
  } finally {
    await pgPool.end()
  }
}

/** The migrations on disk, in the form that the engine reads. */
async function readMigrations() {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const read = (path: string) => readFile(new URL(path, folder), 'utf8')
  return {
    baseDir: 'prisma/migrations',
    lockfile: { path: 'migration_lock.toml', content: await read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await read(`${path}/migration.sql`) },
        },
      })),
    ),
  }
}
