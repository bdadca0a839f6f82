import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'

/**
 * Whether the Prisma client was not generated from the schema and the Prisma that stand here.
 *
 * @param {string} root
 */
export function isClientStale(root) {
  const stamp = stampOf(root)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(root)
}

/** @param {string} root */
export async function generateClient(root) {
  console.error('Generating the database client…')
  await run(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      // Generation needs no native engine, but would download one from a host that closed
      // networks cannot reach, unless it is told of an executable: any will do, and Node is there.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    },
    'The database client could not be generated: see above.',
  )
  writeFileSync(stampOf(root), fingerprint(root))
}

/** @param {string} root */
function stampOf(root) {
  return join(root, 'prisma/client/.generated-from')
}

/** @param {string} root */
function fingerprint(root) {
  const read = (/** @type {string} */ file) => readFileSync(join(root, file))
  return createHash('sha256')
    .update(read('prisma/schema.prisma'))
    .update(read('node_modules/prisma/package.json'))
    .digest('hex')
}
