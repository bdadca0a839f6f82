import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['app', 'components', 'lib', 'prisma', 'public']
const files = ['next.config.ts', 'package-lock.json', 'proxy.ts', 'tsconfig.json']

/** A fingerprint of everything that a build is made from. */
export function sourcesFingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  const nested = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  for (const path of [...files, ...nested].sort()) hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}
