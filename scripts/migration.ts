import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { openSchemaEngine } from '@/prisma/schema-engine'
import { withAddress } from './database/with-database'

const [name = ''] = process.argv.slice(2)
if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Name the migration: npm run migration -- add_workshops')

// The committed schema, not a database: Prisma would drop the indexes and checks that its language
// cannot say.
const path = 'prisma/schema.prisma'
const committed = execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' })
const sql = await withAddress((url) => difference(committed, url))
if (!sql) throw new Error(`${path} says nothing new since the last commit.`)

const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = `prisma/migrations/${moment}_${name}`
await mkdir(folder)
await writeFile(`${folder}/migration.sql`, sql)
console.log(`Read and complete ${folder}/migration.sql: checks, ranges and triggers are written by hand.`)

/** The engine wants a database to speak to, though it compares two texts. */
async function difference(from: string, url: string): Promise<string> {
  const { engine, schema, close } = await openSchemaEngine(url)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatamodel', files: [{ path, content: from }] },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout?.includes('empty migration') ? '' : (stdout ?? '')
  } finally {
    await close()
  }
}
