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

/**
 * The stock adapter cuts a script at every semicolon, which breaks function bodies, and runs the
 * pieces outside any transaction. Sent whole, a script is one transaction of PostgreSQL's.
 */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool)
  }

  override async connect() {
    const connection = await super.connect()
    connection.executeScript = async (script) => {
      await this.pool.query(script)
    }
    return connection
  }
}
