import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const schemaPath = new URL('./schema.prisma', import.meta.url)

/**
 * Prisma's own migration engine, in WebAssembly: `prisma migrate` would download a native one,
 * which closed networks cannot. `prisma migrate deploy` works on the same folder elsewhere.
 *
 * @param connectionString a PostgreSQL URL
 */
export async function openSchemaEngine(connectionString: string) {
  loaded ??= load()
  await loaded
  const content = await readFile(schemaPath, 'utf8')
  const pool = new pg.Pool({ connectionString })
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool))
  const engine = await bindings.SchemaEngine.new({ datamodels: [['schema.prisma', content]] }, () => {}, adapter)
  const close = async () => {
    engine.free()
    await pool.end()
  }
  return { engine, schema: { path: 'schema.prisma', content }, close }
}

let loaded: Promise<void> | undefined

/** Once a process: the bindings hold a single instance. */
async function load() {
  const require = createRequire(import.meta.url)
  const wasm = await readFile(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings as never })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
}

/** Any number, as long as it is always this one: a script holds it for as long as it runs, its sender dead or not. */
const lock = 7_269_228

const unfinished = 'finished_at IS NULL AND rolled_back_at IS NULL'

/** Nothing to do before the engine has made its table. */
const onMigrations = (statement: string) =>
  `DO $$ BEGIN IF to_regclass('_prisma_migrations') IS NOT NULL THEN ${statement}; END IF; END $$`

/**
 * Forgets the migration that a killed process had begun, which the engine would refuse to begin again: a script and
 * its end are one transaction, so nothing of it is there.
 */
export async function forgetUnfinished(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
    await client.query(onMigrations(`DELETE FROM _prisma_migrations WHERE ${unfinished}`))
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/**
 * The stock adapter cuts a script at every semicolon, which breaks function bodies, and runs the
 * pieces outside any transaction. Sent whole, a script is one transaction of PostgreSQL's, which also writes its end:
 * the engine does so after it, and may be killed in between.
 */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool)
  }

  override async connect() {
    const connection = await super.connect()
    connection.executeScript = async (script) => {
      const ended = onMigrations(`UPDATE _prisma_migrations SET finished_at = now() WHERE ${unfinished}`)
      await this.pool.query(`SELECT pg_advisory_xact_lock(${lock});\n${script}\n;\n${ended}`)
    }
    return connection
  }
}
